import type { FactDefinition, FactEvent, FoldResult, MeasureDefinition } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { isReportedLate, lateReport, outOfState } from '../finding.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';

export const SPENT = 'cn.gov.mca.charity.expenditure.made';

type Expenditure = EventOf<typeof SPENT>;

// As donations: 1 fen is 10^-10 亿元.
const MEASURE: MeasureDefinition = {
  ...flow('charity.expenditures', '亿元', '慈善支出（款物）', 'Charity expenditure, money and goods'),
  scale: 10,
};

/** One number is one expenditure. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [spent, ...further] = history as readonly Expenditure[];
  if (!spent) return { rows: [], findings: [] };
  const amounts = { CASH: spent.data.cashFen, IN_KIND: spent.data.inKindFen };
  return {
    rows: Object.entries(amounts)
      .filter(([, amount]) => amount > 0)
      .map(([form, amount]) => flowRow(spent, MEASURE.name, { form, purpose: spent.data.purpose }, amount)),
    findings: [
      ...further.map((again) => outOfState(again, 'receipt number used twice')),
      ...(isReportedLate(spent) ? [lateReport(spent)] : []),
    ],
  };
}

/** What charities spent, by form and purpose; it takes nothing off what they received. */
export const fact: FactDefinition = {
  name: 'charity.expenditures',
  titles: { zh: '慈善支出', en: 'Charity expenditure' },
  measures: [MEASURE],
  reads: { [SPENT]: ({ data }: Expenditure) => [data.receiptNo] },
  fold,
};
