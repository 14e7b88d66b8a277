import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';

export const CREATED = 'cn.gov.mca.fund.batch.created';

type Batch = EventOf<typeof CREATED>;
type Line = Batch['data']['lines'][number];

/** A batch that another one replaces was never paid; its lines may stand in the other one. */
function fold(history: readonly FactEvent<any>[], entity: string): FoldResult {
  const batches = history as readonly Batch[];
  const replaced = new Set(batches.map(({ data }) => data.replacesBatchId));
  const standing = batches.filter(({ data }) => !replaced.has(data.batchId));
  const findings = standing.flatMap((batch, i) =>
    standing.slice(0, i).flatMap((earlier) => sharedMonths(earlier, batch, entity)),
  );
  return { rows: [], findings };
}

function sharedMonths(earlier: Batch, batch: Batch, entity: string): Finding[] {
  if (earlier.data.batchId === batch.data.batchId) return [];
  const paid = new Set(linesOf(earlier, entity).map(({ caseId }) => caseId));
  const again = linesOf(batch, entity).filter(({ caseId }) => paid.has(caseId));
  if (again.length === 0) return [];
  const amountFen = again.reduce((sum, line) => sum + line.amountFen, 0);
  return [
    finding('LIMIT', [earlier, batch], {
      case: 'benefit month in two batches',
      item: batch.data.item,
      month: again[0]!.benefitMonth,
      lines: again.length,
      amountFen,
    }),
  ];
}

const keyOf = ({ regionId, data }: Batch, { benefitMonth }: Line): string =>
  `${regionId}:${data.item}:${benefitMonth}`;

const linesOf = (batch: Batch, entity: string): Line[] =>
  batch.data.lines.filter((line) => keyOf(batch, line) === entity);

/** A month of a benefit is paid in one batch of its district. */
export const fact: FactDefinition = {
  name: 'fund.benefit-months',
  titles: { zh: '资金发放月份核验', en: 'Months of benefit in batches' },
  measures: [],
  reads: { [CREATED]: (batch: Batch) => [...new Set(batch.data.lines.map((line) => keyOf(batch, line)))] },
  fold,
};
