import { type BusinessDay, UNKNOWN_STREET, addDays, districtOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';

const CHANGED = 'cn.gov.mca.ref.division.changed';
const ENDINGS: readonly string[] = ['ABOLISHED', 'MERGED'];
const COUNTED_LEVELS: readonly string[] = ['DISTRICT', 'STREET', 'VILLAGE'];

type Change = EventOf<typeof CHANGED>;

/** One version of a division: its name and parent from a day on, until abolished or followed by another version. */
interface Version {
  readonly from: BusinessDay;
  until: BusinessDay | null;
  readonly level: string;
  readonly causes: string[];
}

const dayAfter = (lastDay: BusinessDay | null | undefined): BusinessDay | null =>
  lastDay ? addDays(lastDay, 1) : null;

function fold(history: readonly FactEvent<any>[], code: string): FoldResult {
  const changes = (history as readonly Change[]).toSorted((a, b) =>
    a.data.validFrom < b.data.validFrom ? -1 : a.data.validFrom > b.data.validFrom ? 1 : 0,
  );
  const versions: Version[] = [];
  const findings: Finding[] = [];
  for (const change of changes) {
    const current = versions.at(-1);
    const problem = judge(change, current);
    if (problem) findings.push(problem);
    if (ENDINGS.includes(change.data.change))
      end(current, dayAfter(change.data.validTo) ?? change.data.validFrom, change);
    else {
      end(current, change.data.validFrom, change);
      const { validFrom: from, validTo, level } = change.data;
      versions.push({ from, until: dayAfter(validTo), level, causes: [change.id] });
    }
  }
  return { rows: versions.flatMap((version) => rowsOf(version, code)), findings };
}

/** A version ends by its own last day or by the next change, whichever comes first. */
function end(version: Version | undefined, day: BusinessDay, change: Change): void {
  if (!version || (version.until !== null && version.until <= day)) return;
  version.until = day;
  version.causes.push(change.id);
}

function judge(change: Change, current: Version | undefined): Finding | undefined {
  const { change: kind, validFrom } = change.data;
  const stands = current !== undefined && (current.until === null || validFrom < current.until);
  if (kind === 'ESTABLISHED') {
    return stands
      ? finding('STATE', [change], { case: 'established while it stands', day: validFrom })
      : undefined;
  }
  if (current === undefined) {
    return finding(
      'MISSING_PREDECESSOR',
      [change],
      { case: 'changed before established', day: validFrom },
      'info',
    );
  }
  if (ENDINGS.includes(kind) && !stands && current.until !== validFrom) {
    return finding('STATE', [change], { case: 'ended twice', day: validFrom });
  }
  return undefined;
}

const rowsOf = ({ from, until, level, causes }: Version, code: string): FactRow[] =>
  !COUNTED_LEVELS.includes(level) || (until !== null && until <= from)
    ? []
    : [
        {
          measure: 'reference.divisions',
          district: districtOf(code),
          street: level === 'DISTRICT' ? UNKNOWN_STREET : code.slice(0, 9),
          dims: { level },
          amount: 1,
          validFrom: from,
          validUntil: until,
          causes,
        },
      ];

/** Districts, 街镇 and 居村 that stand at a date: the denominator of every coverage figure. */
export const fact: FactDefinition = {
  name: 'reference.divisions',
  titles: { zh: '行政区划', en: 'Administrative divisions' },
  measures: [
    {
      name: 'reference.divisions',
      kind: 'stock',
      unit: '个',
      scale: 0,
      titles: { zh: '区划数', en: 'Divisions in force, by level' },
    },
  ],
  reads: { [CHANGED]: ({ data }: Change) => [data.code] },
  fold,
};
