import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, isReportedLate, lateReport } from '../finding.js';
import { flow } from '../measure.js';
import { type Amounts, isMonthKey, monthKey, uncoveredOf } from '../monthly-report.js';
import { placeOf } from '../place.js';

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

const row = (
  measure: string,
  dims: { readonly category: string; readonly record: string },
  rest: Omit<FactRow, 'measure' | 'dims' | 'validUntil'>,
): FactRow => ({ measure, dims, validUntil: null, ...rest });

function foldSettlement(history: readonly Settlement[]): FoldResult {
  const [settlement, ...again] = history;
  if (!settlement) return { rows: [], findings: [] };
  const dims = { category: settlement.data.category, record: 'SETTLEMENT' };
  return {
    rows: Object.entries(amountsOf(settlement.data))
      .filter(([, amount]) => amount > 0)
      .map(([measure, amount]) =>
        row(measure, dims, {
          ...placeOf(settlement),
          amount,
          validFrom: settlement.day,
          causes: [settlement.id],
        }),
      ),
    findings: [
      ...again.map((event) => finding('STATE', [event], { case: 'settled twice', day: event.day })),
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
  if (reports.length === 0) return { rows: [], findings: [] };
  const settlements = new Map<string, Settlement>();
  for (const event of history.filter(isSettled))
    if (!settlements.has(event.data.settlementId)) settlements.set(event.data.settlementId, event);
  const singles = [...settlements.values()].map((event) => ({
    event,
    series: event.data.category,
    amounts: amountsOf(event.data),
  }));
  const { uncovered, findings } = uncoveredOf(reports, singles);
  const rows = uncovered.map(({ report, place, series, of, amount, causes }) =>
    row(of, { category: series, record: 'REPORT' }, { ...place, amount, validFrom: report.day, causes }),
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
