import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult, MeasureDefinition } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { isReportedLate, lateReport, outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { type Amounts, isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { flowRow } from '../row.js';

export const RECEIVED = 'cn.gov.mca.charity.donation.received';
export const REPORTED = 'cn.gov.mca.charity.donation.reported';

type Receipt = EventOf<typeof RECEIVED>;

const isReceived = ofType(RECEIVED);
const isReported = ofType(REPORTED);

// 1 fen is 10^-10 亿元: amounts are fen, and figures come out in the unit of the plan without a factor.
const MEASURE: MeasureDefinition = {
  ...flow('charity.donations', '亿元', '慈善捐赠（款物）', 'Charity donations, money and goods'),
  scale: 10,
};

const amountsOf = ({ data }: Receipt | EventOf<typeof REPORTED>): Amounts => ({
  CASH: data.cashFen,
  IN_KIND: data.inKindFen,
});

/** One number is one receipt. A refund voids it; spending never takes anything off what was received. */
function foldReceipt(history: readonly Receipt[]): FoldResult {
  const [receipt, ...further] = history;
  if (!receipt) return { rows: [], findings: [] };
  const rows = Object.entries(amountsOf(receipt))
    .filter(([, amount]) => amount > 0)
    .map(([form, amount]) => flowRow(receipt, MEASURE.name, { form, record: 'RECEIPT' }, amount));
  return {
    rows,
    findings: [
      ...further.map((again) => outOfState(again, 'receipt number used twice')),
      ...(isReportedLate(receipt) ? [lateReport(receipt)] : []),
    ],
  };
}

function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: '',
    amounts: amountsOf(event),
  }));
  const { uncovered, findings } = uncoveredOf(reports, () =>
    firstOfEach(history.filter(isReceived), ({ data }) => data.receiptNo).first.map((event) => ({
      event,
      series: '',
      amounts: amountsOf(event),
    })),
  );
  const rows = uncovered.map((rest) => uncoveredRow(rest, MEASURE.name, { form: rest.of, record: 'REPORT' }));
  return { rows, findings };
}

/** Donations by receipt, and what monthly reports say beyond the receipts of their month. */
export const fact: FactDefinition = {
  name: 'charity.donations',
  version: 2,
  titles: { zh: '慈善捐赠', en: 'Charity donations' },
  measures: [MEASURE],
  reads: {
    [RECEIVED]: (event: Receipt) => [
      `receipt:${event.data.receiptNo}`,
      monthKey(event.regionId, monthOf(event.day)),
    ],
    [REPORTED]: ({ regionId, data }: EventOf<typeof REPORTED>) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) =>
    isMonthKey(entity) ? foldMonth(history) : foldReceipt(history.filter(isReceived)),
};
