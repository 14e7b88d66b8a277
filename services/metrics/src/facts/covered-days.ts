import { districtOf } from '@minhai/domain';
import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { CHANGED, type Change, versionsOf } from './divisions/versions.js';
import { ofType } from './event-kind.js';
import { finding } from './finding.js';
import { stretchRow } from './row.js';
import { type Span, type Stretch, contains, intersect } from './span.js';
import type { Tenure } from './tenure.js';

/** However many cover a day, it is covered once. What lies within a longer stretch neither begins nor ends it. */
export function union(stretches: readonly Stretch[]): Stretch[] {
  const united: Stretch[] = [];
  for (const next of stretches.toSorted(byBeginning)) {
    const last = united.at(-1);
    if (!last || (last.until !== null && last.until < next.from)) united.push(next);
    else if (endsLater(next, last))
      united[united.length - 1] = {
        from: last.from,
        until: next.until,
        causes: [...new Set([...last.causes, ...next.causes])],
      };
  }
  return united;
}

const endsLater = (a: Span, b: Span): boolean => b.until !== null && (a.until === null || a.until > b.until);

const byBeginning = (a: Stretch, b: Stretch): number =>
  a.from !== b.from ? (a.from < b.from ? -1 : 1) : endsLater(a, b) ? -1 : endsLater(b, a) ? 1 : 0;

/** For `reads` of a fact whose entity is a 街镇: the changes of the division itself. */
export const readsOfStreet = {
  [CHANGED]: ({ data }: Change): string[] => (data.level === 'STREET' ? [data.code] : []),
};

/** For `reads` of an event that belongs to the 街镇 of its envelope, which it must name. */
export const ofNamedStreet = ({ streetId }: FactEvent<any>): string[] => (streetId ? [streetId] : []);

const isChange = ofType(CHANGED);

/** Days on which the 街镇 stands: those on which it is one of all 街镇 of its district. */
export function standingOf(history: readonly FactEvent<any>[]): Stretch[] {
  const { versions } = versionsOf(history.filter(isChange));
  return union(
    versions.filter(({ level, from, until }) => level === 'STREET' && (until === null || from < until)),
  );
}

export interface Coverage {
  readonly measure: string;
  readonly dims: Readonly<Record<string, string>>;
  /** What covers the 街镇, each for its days. */
  readonly by: readonly Tenure[];
}

/**
 * Rows of 1 for the days on which a 街镇 stands and is covered, however often: the numerator of a coverage figure,
 * which can so never exceed the count of 街镇. Covered days on which it is not known to stand are findings.
 * `history` is that of the entity `street`, with the changes of the division.
 */
export function coverageOf(
  history: readonly FactEvent<any>[],
  street: string,
  { measure, dims, by }: Coverage,
): FoldResult {
  const standing = standingOf(history);
  const rows = union(by).flatMap((covered) =>
    standing.flatMap((stands): FactRow[] => {
      const span = intersect(covered, stands);
      if (!span) return [];
      const causes = [...new Set([...covered.causes, ...stands.causes])];
      return [stretchRow({ ...span, causes }, { district: districtOf(street), street }, { measure, dims })];
    }),
  );
  return { rows, findings: by.flatMap((tenure) => outsideStanding(tenure, standing)) };
}

function outsideStanding({ begin, ...covered }: Tenure, standing: readonly Stretch[]): Finding[] {
  if (standing.length === 0)
    return [
      finding('MISSING_PREDECESSOR', [begin], { case: 'in a street that is not known', day: covered.from }),
    ];
  const home = standing.find((stands) => contains(stands, covered.from));
  if (!home)
    return [finding('STATE', [begin], { case: 'in a street that does not stand', day: covered.from })];
  return endsLater(covered, home)
    ? [finding('STATE', [begin], { case: 'outlasts its street', day: home.until! })]
    : [];
}
