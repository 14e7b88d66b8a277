import type { FactEvent } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { type SingleRecord, type Uncovered, uncoveredOf } from '../monthly-report.js';
import { isBatch, isReissue, isReturn, isReview } from '../fund-batches/batch-events.js';

export const REPORTED = 'cn.gov.mca.fund.disbursement.reported';
export const BUDGETED = 'cn.gov.mca.fund.budget.allocated';

export type Budget = EventOf<typeof BUDGETED>;

export const isBudget = ofType(BUDGETED);
const isReport = ofType(REPORTED);

/** Money of one item: what a review releases, a return brings back, a second payment takes again. */
export interface Spending {
  readonly event: FactEvent<any>;
  readonly item: string;
  readonly amountFen: number;
  readonly causes: readonly string[];
}

const PAID = 'PAID';
const seriesOf = (item: string, month: string): string => `${item}:${month}`;
const itemOf = (series: string): string => series.slice(0, series.indexOf(':'));

/**
 * Spending of a year by its batches, released when their review approves them, and by what monthly reports say beyond
 * these. Only a batch says of which item it is, so what is known of no batch of the year is left out.
 */
export function spendingOf(history: readonly FactEvent<any>[]): {
  readonly spending: readonly Spending[];
  /** What reports add, as spending of the day they speak of. */
  readonly reported: readonly Spending[];
} {
  const batches = new Map(history.filter(isBatch).map((batch) => [batch.data.batchId, batch]));
  const approved = new Set<string>();
  const spending: Spending[] = [];
  const singles: SingleRecord[] = [];
  for (const event of history) {
    const batch = batches.get(event.data.batchId);
    const amountFen = batch ? releasedBy(event) : 0;
    if (!batch || amountFen === 0) continue;
    const { batchId, item, month } = batch.data;
    if (isReview(event)) {
      if (approved.has(batchId)) continue;
      approved.add(batchId);
    }
    spending.push({ event, item, amountFen, causes: [batch.id, event.id] });
    singles.push({ event, series: seriesOf(item, month), amounts: { [PAID]: amountFen } });
  }
  const reports = history.filter(isReport).map((event) => ({
    event,
    region: event.data.region,
    series: seriesOf(event.data.item, event.data.period),
    amounts: { [PAID]: event.data.amountFen },
  }));
  return { spending, reported: uncoveredOf(reports, () => singles).uncovered.map(asSpending) };
}

function releasedBy(event: FactEvent<any>): number {
  if (isReview(event)) return event.data.decision === 'APPROVED' ? event.data.totalFen : 0;
  if (isReturn(event)) return -event.data.returnedFen;
  return isReissue(event) ? event.data.paidFen : 0;
}

const asSpending = ({ report, series, amount, causes }: Uncovered): Spending => ({
  event: report,
  item: itemOf(series),
  amountFen: amount,
  causes,
});
