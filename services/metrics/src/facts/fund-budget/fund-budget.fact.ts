import { yearOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { finding } from '../finding.js';
import {
  CREATED,
  REISSUED,
  RETURNED,
  REVIEWED,
  type Batch,
  type Reissue,
  type Return,
  type Review,
} from '../fund-batches/batch-events.js';
import { groupBy } from '../group-by.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { BUDGETED, type Budget, REPORTED, type Spending, isBudget, spendingOf } from './spending.js';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const budgets = history.filter(isBudget);
  const { spending, reported } = spendingOf(history);
  const all = [...spending, ...reported].toSorted((a, b) => a.event.time - b.event.time);
  const budgetsOf = groupBy(budgets, ({ data }) => data.item as string);
  return {
    rows: [
      ...budgets.map(allocatedRow),
      ...spending.map((one) => spentRow(one, 'BATCH')),
      ...reported.map((one) => spentRow(one, 'REPORT')),
    ],
    findings: [...groupBy(all, ({ item }) => item)].flatMap(([item, ofItem]) =>
      overspent(item, budgetsOf.get(item) ?? [], ofItem),
    ),
  };
}

const allocatedRow = (event: Budget): FactRow => {
  const { item, sourceLevel, source, amountFen } = event.data;
  return flowRow(event, 'fund.allocated-fen', { item, sourceLevel, source }, amountFen);
};

const spentRow = ({ event, item, amountFen, causes }: Spending, record: string): FactRow => ({
  ...flowRow(event, 'fund.spent-fen', { item, record }, amountFen),
  causes,
});

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Placed at what went beyond the budget of the year; a budget raised later in the year covers it again. */
function overspent(item: string, budgets: readonly Budget[], spending: readonly Spending[]): Finding[] {
  const allocatedFen = sumOf(budgets.map(({ data }) => data.amountFen));
  const spentFen = sumOf(spending.map(({ amountFen }) => amountFen));
  if (spentFen <= allocatedFen) return [];
  let sum = 0;
  const beyond = spending.find(({ amountFen }) => (sum += amountFen) > allocatedFen) ?? spending.at(-1)!;
  return [
    finding('LIMIT', [...budgets, beyond.event], {
      case: budgets.length === 0 ? 'paid without a budget' : 'paid more than allocated',
      item,
      allocatedFen,
      spentFen,
      byFen: spentFen - allocatedFen,
    }),
  ];
}

const yearKey = (region: string, year: number): string => `${region}:${year}`;
const yearOfMonth = (month: string): number => Number(month.slice(0, 4));

/** A batch is of the year of its month, and is reviewed in that year or early in the next. */
const afterBatch = ({ regionId, day }: Review | Return | Reissue): string[] =>
  [0, 1].map((back) => yearKey(regionId, yearOf(day) - back));

/** Budgets of a district and year, beside what is spent of them by item. */
export const fact: FactDefinition = {
  name: 'fund.budget',
  titles: { zh: '资金预算执行', en: 'Budgets and their use' },
  measures: [
    flow('fund.allocated-fen', '分', '预算金额', 'Budgets allocated, in fen'),
    flow('fund.spent-fen', '分', '预算支出', 'Amounts spent of budgets, in fen'),
  ],
  reads: {
    [BUDGETED]: ({ data }: Budget) => [yearKey(data.region, data.year)],
    [CREATED]: ({ regionId, data }: Batch) => [yearKey(regionId, yearOfMonth(data.month))],
    [REVIEWED]: afterBatch,
    [RETURNED]: afterBatch,
    [REISSUED]: afterBatch,
    [REPORTED]: ({ regionId, data }) => [yearKey(regionId, yearOfMonth(data.period))],
  },
  fold,
};
