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
  const standing = batches
    .filter(({ data }) => !replaced.has(data.batchId))
    .map((batch): Month => {
      const lines = batch.data.lines.filter((line) => keyOf(batch, line) === entity);
      return { batch, lines, cases: new Set(lines.map(({ caseId }) => caseId)) };
    });
  const findings = standing.flatMap((month, i) =>
    standing.slice(0, i).flatMap((earlier) => sharedMonths(earlier, month)),
  );
  return { rows: [], findings };
}

/** What a batch pays of the month. */
interface Month {
  readonly batch: Batch;
  readonly lines: readonly Line[];
  readonly cases: ReadonlySet<string>;
}

function sharedMonths({ batch: earlier, cases }: Month, { batch, lines }: Month): Finding[] {
  if (earlier.data.batchId === batch.data.batchId) return [];
  const again = lines.filter(({ caseId }) => cases.has(caseId));
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

/** A month of a benefit is paid in one batch of its district. */
export const fact: FactDefinition = {
  name: 'fund.benefit-months',
  titles: { zh: '资金发放月份核验', en: 'Months of benefit in batches' },
  measures: [],
  reads: { [CREATED]: (batch: Batch) => [...new Set(batch.data.lines.map((line) => keyOf(batch, line)))] },
  fold,
};
