import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { finding, outOfState } from '../finding.js';
import { flow, stock } from '../measure.js';
import { openRows } from '../paired-course.js';
import { flowRow } from '../row.js';
import { approvalFindings } from './approval-findings.js';
import {
  type Batch,
  CONFIRMED,
  CREATED,
  PAID,
  REISSUED,
  RETURNED,
  REVIEWED,
  VERIFIED,
  isBatch,
  isPayment,
  isReissue,
  isReturn,
  isReview,
} from './batch-events.js';
import { lineFindings } from './line-findings.js';

/** Money that moved is counted, whatever was out of order before. Without its batch the item is not known. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [batch, ...again] = history.filter(isBatch);
  if (!batch) return { rows: [], findings: history.map(withoutBatch) };
  const twice = again.map((event) => outOfState(event, 'created twice'));
  return {
    rows: rowsOf(history, batch),
    findings: [...twice, ...approvalFindings(history, batch), ...lineFindings(history, batch)],
  };
}

const withoutBatch = (event: FactEvent<any>) =>
  finding('MISSING_PREDECESSOR', [event], {
    case: 'before the batch',
    event: event.type.replace('cn.gov.mca.fund.', ''),
    day: event.day,
  });

function rowsOf(history: readonly FactEvent<any>[], batch: Batch): FactRow[] {
  const { item } = batch.data;
  const approval = history.find(
    (event) => isReview(event) && event.data.decision === 'APPROVED' && event.time >= batch.time,
  );
  const money = history.flatMap((event): FactRow[] => {
    if (isPayment(event))
      return [
        flowRow(event, 'fund.payments', { item }),
        ...moved(event, 'fund.paid-fen', item, event.data.paidFen),
      ];
    if (isReturn(event)) return moved(event, 'fund.returned-fen', item, event.data.returnedFen);
    return isReissue(event) ? moved(event, 'fund.reissued-fen', item, event.data.paidFen) : [];
  });
  return [
    flowRow(batch, 'fund.batches', { item }),
    ...openRows(batch, approval, 'fund.batches-pending', { item }),
    ...money,
  ];
}

const moved = (event: FactEvent<any>, measure: string, item: string, amountFen: number): FactRow[] =>
  amountFen === 0 ? [] : [flowRow(event, measure, { item }, amountFen)];

const ofBatch = ({ data }: FactEvent<{ batchId: string }>): string[] => [data.batchId];

/** From the list of a 街镇 over the bank and two decisions to the payment (民政资金内控监管), one entity a batch. */
export const fact: FactDefinition = {
  name: 'fund.batches',
  titles: { zh: '资金发放批次', en: 'Batches of payments' },
  measures: [
    flow('fund.batches', '批', '发放批次', 'Batches created'),
    stock('fund.batches-pending', '批', '待复核批次', 'Batches not reviewed'),
    flow('fund.payments', '笔', '支付笔数', 'Payments made'),
    flow('fund.paid-fen', '分', '支付金额', 'Amounts paid, in fen'),
    flow('fund.returned-fen', '分', '退回金额', 'Amounts returned, in fen'),
    flow('fund.reissued-fen', '分', '补发金额', 'Amounts paid again, in fen'),
  ],
  reads: {
    [CREATED]: ofBatch,
    [VERIFIED]: ofBatch,
    [CONFIRMED]: ofBatch,
    [REVIEWED]: ofBatch,
    [PAID]: ofBatch,
    [RETURNED]: ofBatch,
    [REISSUED]: ofBatch,
  },
  fold,
};
