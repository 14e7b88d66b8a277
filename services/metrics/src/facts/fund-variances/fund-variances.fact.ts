import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow, stock } from '../measure.js';
import { courseOf, endRow, openRows } from '../paired-course.js';
import { flowRow } from '../row.js';

export const RAISED = 'cn.gov.mca.fund.variance.raised';
export const CLOSED = 'cn.gov.mca.fund.variance.closed';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { begin, end, findings } = courseOf(history, {
    isBegin: ofType(RAISED),
    isEnd: ofType(CLOSED),
    begun: 'raised',
    ended: 'closed',
  });
  if (!begin) return { rows: [], findings };
  const { cause, expectedFen, actualFen } = begin.data;
  const differsBy = Math.abs(actualFen - expectedFen);
  const rows = [
    flowRow(begin, 'fund.variances', { cause }),
    ...openRows(begin, end, 'fund.variances-open', { cause }),
    ...(differsBy > 0 ? [flowRow(begin, 'fund.variance-fen', { cause }, differsBy)] : []),
  ];
  const recovered = end?.data.recoveredFen ?? 0;
  if (!end || recovered === 0) return { rows, findings };
  rows.push(endRow(begin, end, { measure: 'fund.recovered-fen', dims: { cause }, amount: recovered }));
  const overpaid = Math.max(0, actualFen - expectedFen);
  const tooMuch =
    recovered > overpaid
      ? [
          finding('LIMIT', [begin, end], {
            case: 'recovered more than was overpaid',
            cause,
            byFen: recovered - overpaid,
          }),
        ]
      : [];
  return { rows, findings: [...findings, ...tooMuch] };
}

const ofVariance = ({ data }: FactEvent<{ varianceId: string }>): string[] => [data.varianceId];

/** Differences between what is due and what is paid (差异项), until they are settled. */
export const fact: FactDefinition = {
  name: 'fund.variances',
  titles: { zh: '资金差异项', en: 'Variances of payments' },
  measures: [
    flow('fund.variances', '项', '差异项', 'Variances raised'),
    stock('fund.variances-open', '项', '待处理差异项', 'Open variances'),
    flow('fund.variance-fen', '分', '差异金额', 'Amounts that differ, in fen'),
    flow('fund.recovered-fen', '分', '追回金额', 'Amounts recovered, in fen'),
  ],
  reads: { [RAISED]: ofVariance, [CLOSED]: ofVariance },
  fold,
};
