import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';

export const BOOKED = 'cn.gov.mca.funeral.memorial.booked';

/** A visit counts on the day it is booked for. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { first, findings } = once(history.filter(ofType(BOOKED)), 'booking number used twice');
  if (!first) return { rows: [], findings };
  const row = (measure: string, amount: number): FactRow => ({
    ...flowRow(first, measure, {}, amount),
    validFrom: first.data.slotOn,
  });
  return {
    rows: [row('funeral.memorial-bookings', 1), row('funeral.memorial-visitors', first.data.persons)],
    findings,
  };
}

/** Visits to graves booked beforehand. The capacity of a slot is not reported, so it is not judged. */
export const fact: FactDefinition = {
  name: 'funeral.memorials',
  titles: { zh: '祭扫预约', en: 'Memorial visits booked' },
  measures: [
    flow('funeral.memorial-bookings', '次', '祭扫预约', 'Memorial visits booked'),
    people(flow('funeral.memorial-visitors', '人次', '预约祭扫人次', 'Visitors booked')),
  ],
  reads: { [BOOKED]: ({ data }: EventOf<typeof BOOKED>) => [data.bookingNo] },
  fold,
};
