import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { placeOfOffice } from '../place.js';
import { flowRow } from '../row.js';

export const PROVIDED = 'cn.gov.mca.marriage.counselling.provided';

/** One session of counselling at a marriage office; it names no person. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { first, findings } = once(history.filter(ofType(PROVIDED)), 'session recorded twice');
  if (!first) return { rows: [], findings };
  const row = (measure: string, amount: number): FactRow => ({
    ...flowRow(first, measure, {}, amount),
    ...placeOfOffice(first.data.officeRegion),
  });
  return {
    rows: [row('marriage.counselling-sessions', 1), row('marriage.counselling-minutes', first.data.minutes)],
    findings,
  };
}

export const fact: FactDefinition = {
  name: 'marriage.counselling',
  titles: { zh: '婚姻家庭辅导', en: 'Marriage counselling' },
  measures: [
    flow('marriage.counselling-sessions', '次', '婚姻家庭辅导次数', 'Counselling sessions'),
    flow('marriage.counselling-minutes', '分钟', '婚姻家庭辅导时长', 'Minutes of counselling'),
  ],
  reads: { [PROVIDED]: ({ data }: EventOf<typeof PROVIDED>) => [data.sessionId] },
  fold,
};
