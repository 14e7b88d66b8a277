import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { isSamePlace, placeOf } from '../place.js';
import { people } from '../protected-measure.js';
import { contains, intersect, turnsOf } from '../span.js';
import { type Tenure, byBegin, tenuresOf } from '../tenure.js';

export const CERTIFIED = 'cn.gov.mca.child.welfare.worker.certified';
export const LEFT = 'cn.gov.mca.child.welfare.worker.left';

type WorkerEvent = EventOf<typeof CERTIFIED> | EventOf<typeof LEFT>;
type Certification = EventOf<typeof CERTIFIED>;

/** A person counts once a district on every day with at least one certificate in force, where the one that began last says. */
function rowsOf(tenures: readonly Tenure<Certification>[]): FactRow[] {
  const inOrder = tenures.toSorted(byBegin);
  const turns = turnsOf(inOrder);
  return turns.flatMap((from, i) => {
    const newest = inOrder.findLast((tenure) => contains(tenure, from));
    if (!newest) return [];
    const { level, post } = newest.begin.data;
    const deciding = inOrder.filter((tenure) => touches(tenure, from, turns[i + 1]));
    return {
      measure: 'child.welfare-workers',
      ...placeOf(newest.begin),
      dims: { level, post },
      amount: 1,
      validFrom: from,
      validUntil: turns[i + 1] ?? null,
      causes: [...new Set(deciding.flatMap(({ causes }) => causes))],
    };
  });
}

/** Whether a stretch depends on the tenure: in force at its beginning, or the reason why it begins or ends. */
const touches = ({ from, until }: Tenure, day: string, next: string | undefined): boolean =>
  (from <= day && (until === null || until >= day)) || from === next;

/** In post at two places at once is a mistake of one of them; a second certificate for the same post is none. */
function twoPosts(tenures: readonly Tenure<Certification>[]): Finding[] {
  return tenures.toSorted(byBegin).flatMap((tenure, i, inOrder) =>
    inOrder
      .slice(0, i)
      .filter((earlier) => intersect(earlier, tenure) && !isSamePost(earlier, tenure))
      .map((earlier) =>
        finding('DUPLICATE_PERSON', [earlier.begin, tenure.begin], {
          case: 'in post at two places',
          day: tenure.from,
        }),
      ),
  );
}

const isSamePost = ({ begin: a }: Tenure<Certification>, { begin: b }: Tenure<Certification>): boolean =>
  isSamePlace(placeOf(a), placeOf(b)) && a.data.institutionId === b.data.institutionId;

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(CERTIFIED),
    isEnd: ofType(LEFT),
    keyOf: ({ data }: WorkerEvent) => data.certNo,
    lastDayOf: ({ data }) => data.validTo,
    isRenewable: true,
    begun: 'certified',
    ended: 'left',
  });
  const byDistrict = groupBy(tenures, ({ begin }) => begin.regionId);
  return {
    rows: [...byDistrict.values()].flatMap(rowsOf),
    findings: [...findings, ...twoPosts(tenures)],
  };
}

const ofPerson = ({ data }: WorkerEvent): string[] => [data.personRef];

/** Child-welfare social workers in post with a certificate in force: distinct persons, not certificates. */
export const fact: FactDefinition = {
  name: 'child.welfare-workers',
  titles: { zh: '持证儿童福利社会工作者', en: 'Certified child-welfare social workers' },
  measures: [
    people(
      stock('child.welfare-workers', '人', '持证在岗人数', 'Persons in post with a certificate in force'),
    ),
  ],
  reads: { [CERTIFIED]: ofPerson, [LEFT]: ofPerson },
  fold,
};
