import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow, stock } from '../measure.js';
import { placeOf } from '../place.js';

const RECORDED = 'cn.gov.mca.eldercare.timebank.recorded';

type Recorded = EventOf<typeof RECORDED>;

const isRecorded = ofType(RECORDED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const entries = history.filter(isRecorded);
  return { rows: entries.flatMap(entryRows), findings: overdrawn(entries) };
}

function entryRows(event: Recorded): FactRow[] {
  const { minutes } = event.data;
  const row = { ...placeOf(event), validFrom: event.day, validUntil: null, causes: [event.id] };
  return [
    { ...row, measure: 'eldercare.timebank-balance', dims: {}, amount: minutes },
    {
      ...row,
      measure: 'eldercare.timebank-minutes',
      dims: { side: minutes > 0 ? 'EARNED' : 'SPENT' },
      amount: Math.abs(minutes),
    },
  ];
}

/** One finding on the day an account falls below nothing, none on the days it stays there. */
function overdrawn(entries: readonly Recorded[]): Finding[] {
  let balance = 0;
  return [...groupBy(entries, ({ day }) => day)].flatMap(([day, ofDay]) => {
    const before = balance;
    balance += ofDay.reduce((sum, { data }) => sum + data.minutes, 0);
    const spent = ofDay.filter(({ data }) => data.minutes < 0);
    return balance < 0 && before >= 0
      ? [finding('NEGATIVE_STOCK', spent, { case: 'account overdrawn', day, stock: balance })]
      : [];
  });
}

/** Minutes of service that persons have earned and not yet spent. */
export const fact: FactDefinition = {
  name: 'eldercare.time-bank',
  titles: { zh: '养老服务时间银行', en: 'Time bank of elder care' },
  measures: [
    stock('eldercare.timebank-balance', '分钟', '时间银行余额', 'Minutes earned and not yet spent'),
    flow('eldercare.timebank-minutes', '分钟', '时间银行存取', 'Minutes earned and spent'),
  ],
  reads: { [RECORDED]: ({ data }: Recorded) => [data.personRef] },
  fold,
};
