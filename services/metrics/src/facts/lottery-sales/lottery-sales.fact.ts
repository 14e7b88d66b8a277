import { lastDayOfMonth } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { isReportedLate, lateReport } from '../finding.js';
import { flow } from '../measure.js';
import { restated, seriesOf } from '../published-series.js';
import { flowRow } from '../row.js';

export const REPORTED = 'cn.gov.mca.lottery.sales.reported';

type Sales = EventOf<typeof REPORTED>;

const monthOf = ({ data }: Sales): string => data.period;
const endOf = ({ data }: Sales): string => lastDayOfMonth(data.period);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { standing, superseded } = seriesOf(history as readonly Sales[], {
    periodOf: monthOf,
    fromOf: endOf,
  });
  return {
    rows: standing
      .filter(({ data }) => data.salesFen > 0)
      .map((sales): FactRow => ({
        ...flowRow(sales, 'lottery.sales', {}, sales.data.salesFen),
        validFrom: endOf(sales),
      })),
    findings: [...restated(superseded, monthOf), ...standing.filter(isReportedLate).map(lateReport)],
  };
}

/** Sales of the welfare lottery by sales point and month. */
export const fact: FactDefinition = {
  name: 'lottery.sales',
  titles: { zh: '福利彩票销售', en: 'Welfare lottery sales' },
  measures: [
    // 1 fen is 10^-6 万元.
    { ...flow('lottery.sales', '万元', '福利彩票销售额', 'Welfare lottery sales'), scale: 6 },
  ],
  reads: { [REPORTED]: ({ data }: Sales) => [data.salesPointId] },
  fold,
};
