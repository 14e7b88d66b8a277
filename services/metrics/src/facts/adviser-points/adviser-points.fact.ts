import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { coverageOf, ofNamedStreet, readsOfStreet } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const OPENED = 'cn.gov.mca.eldercare.adviserpoint.opened';
export const CLOSED = 'cn.gov.mca.eldercare.adviserpoint.closed';

type Opened = EventOf<typeof OPENED>;
type PointEvent = Opened | EventOf<typeof CLOSED>;

/** As it was opened: a closing that names another level closes the point all the same. */
const levelOf = ({ begin }: Tenure<Opened>): string => begin.data.level;

function fold(history: readonly FactEvent<any>[], street: string): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(OPENED),
    isEnd: ofType(CLOSED),
    keyOf: ({ data }: PointEvent) => data.pointId,
    begun: 'opened',
    ended: 'closed',
  });
  const coverages = [...groupBy(tenures, levelOf)].map(([level, by]) =>
    coverageOf(history, street, { measure: 'eldercare.adviser-covered-streets', dims: { level }, by }),
  );
  return {
    rows: [
      ...tenures.map((tenure) => tenureRow(tenure, 'eldercare.adviser-points', { level: levelOf(tenure) })),
      ...coverages.flatMap(({ rows }) => rows),
    ],
    findings: [...findings, ...coverages.flatMap(({ findings }) => findings)],
  };
}

/** Adviser points of a 街镇. Points of its villages and institutions are counted apart from its own. */
export const fact: FactDefinition = {
  name: 'eldercare.adviser-points',
  titles: { zh: '养老顾问点', en: 'Elder-care adviser points' },
  measures: [
    stock('eldercare.adviser-points', '个', '养老顾问点', 'Adviser points open, by level'),
    stock(
      'eldercare.adviser-covered-streets',
      '个',
      '有养老顾问点的街镇',
      '街镇 with an adviser point, by level of the point',
    ),
  ],
  reads: { [OPENED]: ofNamedStreet, [CLOSED]: ofNamedStreet, ...readsOfStreet },
  fold,
};
