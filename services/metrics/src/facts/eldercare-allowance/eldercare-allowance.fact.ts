import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { type Place, placeOf } from '../place.js';
import { flowRow } from '../row.js';
import { REPORTED, isReported, reportedMonth } from './monthly-reports.js';

const PAID = 'cn.gov.mca.eldercare.allowance.paid';

type Paid = EventOf<typeof PAID>;
type Reported = EventOf<typeof REPORTED>;

const isPaid = ofType(PAID);

/** An entity is a person's month, or a district's month and age band; never both. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const payments = history.filter(isPaid);
  const { amounts, findings } = reportedMonth(history);
  return {
    rows: [
      ...payments.map((event) => allowanceRow(event, placeOf(event), 'PAYMENT', event.data.amountFen)),
      ...amounts.map(({ event, street, amountFen }) =>
        allowanceRow(event, { district: event.regionId, street }, 'REPORT', amountFen),
      ),
    ].filter(({ amount }) => amount !== 0),
    findings: [...paidAgain(payments), ...findings],
  };
}

const allowanceRow = (
  event: Paid | Reported,
  place: Place,
  basis: 'PAYMENT' | 'REPORT',
  amountFen: number,
): FactRow => ({
  ...flowRow(event, 'eldercare.allowance-paid', { ageBand: event.data.ageBand, basis }, amountFen),
  ...place,
});

/** One allowance per person and month; money paid is money paid, so the second counts and is reported. */
const paidAgain = ([first, ...further]: readonly Paid[]): Finding[] =>
  further.map((event) =>
    finding('LIMIT', [first!, event], { case: 'paid twice for a month', month: event.data.period }),
  );

const keyOf = (event: FactEvent<any>): string[] =>
  isReported(event)
    ? [`${event.regionId}:${event.data.ageBand}:${event.data.period}`]
    : [`${event.data.personRef}:${event.data.period}`];

/**
 * Elder allowances, single payments and monthly reports side by side: a source publishes a month the one way or the
 * other. Amounts are fen, so sums are exact; 1 亿元 = 10^10 fen.
 */
export const fact: FactDefinition = {
  name: 'eldercare.allowance',
  version: 2,
  titles: { zh: '老年综合津贴', en: 'Elder allowances' },
  measures: [
    { ...flow('eldercare.allowance-paid', '亿元', '老年综合津贴发放额', 'Elder allowances paid'), scale: 10 },
  ],
  reads: { [PAID]: keyOf, [REPORTED]: keyOf },
  fold,
};
