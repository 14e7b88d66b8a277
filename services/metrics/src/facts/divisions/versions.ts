import { type BusinessDay, addDays } from '@minhai/domain';
import type { Finding } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import type { Span } from '../span.js';

export const CHANGED = 'cn.gov.mca.ref.division.changed';
const ENDINGS: readonly string[] = ['ABOLISHED', 'MERGED'];

export type Change = EventOf<typeof CHANGED>;

export const isEnding = ({ data }: Change): boolean => ENDINGS.includes(data.change);

/** One version of a division: its name and parent from a day on, until abolished or followed by another version. */
export interface Version extends Span {
  readonly from: BusinessDay;
  until: BusinessDay | null;
  readonly level: string;
  readonly causes: string[];
}

const dayAfter = (lastDay: BusinessDay | null | undefined): BusinessDay | null =>
  lastDay ? addDays(lastDay, 1) : null;

/** The first day on which what a change ends no longer stands. */
export const endOf = ({ data }: Change): BusinessDay => dayAfter(data.validTo) ?? data.validFrom;

export interface Versions {
  /** Oldest first; one that another replaces at once is empty. */
  readonly versions: readonly Version[];
  readonly findings: readonly Finding[];
}

/** The versions of one division, from all that is known to have changed it. */
export function versionsOf(history: readonly Change[]): Versions {
  const changes = history.toSorted((a, b) =>
    a.data.validFrom < b.data.validFrom ? -1 : a.data.validFrom > b.data.validFrom ? 1 : 0,
  );
  const versions: Version[] = [];
  const findings: Finding[] = [];
  for (const change of changes) {
    const current = versions.at(-1);
    const problem = judge(change, current);
    if (problem) findings.push(problem);
    if (isEnding(change)) end(current, endOf(change), change);
    else {
      end(current, change.data.validFrom, change);
      const { validFrom: from, validTo, level } = change.data;
      versions.push({ from, until: dayAfter(validTo), level, causes: [change.id] });
    }
  }
  return { versions, findings };
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
  if (!isEnding(change)) return overlapping(change, current);
  if (!stands && current.until !== validFrom) {
    return finding('STATE', [change], { case: 'ended twice', day: validFrom });
  }
  return undefined;
}

/** A version that names its last day leaves the days up to it to no other. */
const overlapping = (change: Change, current: Version): Finding | undefined =>
  current.until !== null && change.data.validFrom < current.until
    ? finding('STATE', [change], { case: 'overlaps the version before', day: change.data.validFrom })
    : undefined;
