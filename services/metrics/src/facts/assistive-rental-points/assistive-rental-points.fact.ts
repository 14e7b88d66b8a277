import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { coverageOf, ofNamedStreet, readsOfStreet } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { tenuresOf } from '../tenure.js';

export const OPENED = 'cn.gov.mca.assistive.rentalpoint.opened';
export const CLOSED = 'cn.gov.mca.assistive.rentalpoint.closed';

type PointEvent = EventOf<typeof OPENED> | EventOf<typeof CLOSED>;

function fold(history: readonly FactEvent<any>[], street: string): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(OPENED),
    isEnd: ofType(CLOSED),
    keyOf: ({ data }: PointEvent) => data.pointId,
    begun: 'opened',
    ended: 'closed',
  });
  const coverage = coverageOf(history, street, {
    measure: 'assistive.covered-streets',
    dims: {},
    by: tenures,
  });
  return {
    rows: [...tenures.map((tenure) => tenureRow(tenure, 'assistive.rental-points', {})), ...coverage.rows],
    findings: [...findings, ...coverage.findings],
  };
}

/** Rental points of a 街镇: one open point is enough to cover it, and several cover it once. */
export const fact: FactDefinition = {
  name: 'assistive.rental-points',
  titles: { zh: '康复辅助器具社区租赁点', en: 'Rental points for assistive devices' },
  measures: [
    stock('assistive.rental-points', '个', '租赁服务实体点', 'Physical rental points open'),
    stock('assistive.covered-streets', '个', '有租赁服务实体点的街镇', '街镇 with a physical rental point'),
  ],
  reads: { [OPENED]: ofNamedStreet, [CLOSED]: ofNamedStreet, ...readsOfStreet },
  fold,
};
