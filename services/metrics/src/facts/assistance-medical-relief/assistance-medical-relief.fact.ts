import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { isReportedLate, lateReport, outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { type Amounts, isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { flowRow } from '../row.js';

export const SETTLED = 'cn.gov.mca.assistance.medical.settled';
export const REPORTED = 'cn.gov.mca.assistance.medical.reported';

type Settlement = EventOf<typeof SETTLED>;

const RELIEF = 'assistance.medical-relief-fen';
const SELF_PAY = 'assistance.medical-self-pay-fen';

const isSettled = ofType(SETTLED);
const isReported = ofType(REPORTED);

/** By measure, so that what is left of a report is of one too. */
const amountsOf = ({ reliefFen, selfPayFen }: { reliefFen: number; selfPayFen: number }): Amounts => ({
  [RELIEF]: reliefFen,
  [SELF_PAY]: selfPayFen,
});

function foldSettlement(history: readonly Settlement[]): FoldResult {
  const [settlement, ...again] = history;
  if (!settlement) return { rows: [], findings: [] };
  const dims = { category: settlement.data.category, record: 'SETTLEMENT' };
  return {
    rows: Object.entries(amountsOf(settlement.data))
      .filter(([, amount]) => amount > 0)
      .map(([measure, amount]) => flowRow(settlement, measure, dims, amount)),
    findings: [
      ...again.map((event) => outOfState(event, 'settled twice')),
      ...(isReportedLate(settlement) ? [lateReport(settlement)] : []),
    ],
  };
}

function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: event.data.category,
    amounts: amountsOf(event.data),
  }));
  const { uncovered, findings } = uncoveredOf(reports, () =>
    firstOfEach(history.filter(isSettled), ({ data }) => data.settlementId).first.map((event) => ({
      event,
      series: event.data.category,
      amounts: amountsOf(event.data),
    })),
  );
  const rows = uncovered.map((rest) =>
    uncoveredRow(rest, rest.of, { category: rest.series, record: 'REPORT' }),
  );
  return { rows, findings };
}

/** Medical relief and the own share of cost before it: settlements, and what monthly reports say beyond them. */
export const fact: FactDefinition = {
  name: 'assistance.medical-relief',
  version: 2,
  titles: { zh: '医疗救助', en: 'Medical relief' },
  measures: [
    flow(RELIEF, '分', '医疗救助金额', 'Medical relief, in fen'),
    flow(SELF_PAY, '分', '救助前自负医疗费', 'Own share of covered cost before relief, in fen'),
  ],
  reads: {
    [SETTLED]: (event: Settlement) => [
      `settlement:${event.data.settlementId}`,
      monthKey(event.regionId, monthOf(event.day)),
    ],
    [REPORTED]: ({ regionId, data }: EventOf<typeof REPORTED>) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) =>
    isMonthKey(entity) ? foldMonth(history) : foldSettlement(history.filter(isSettled)),
};
