import { type BusinessMonth, monthOf } from '@minhai/domain';
import { type MonthCell, monthsOf } from '../evaluate/series.js';
import { getMeasure } from '../evaluate/window.js';
import type { DistrictCells } from './domain-view.js';

/** Where a cell is counted: in which line, and in which of its columns. */
export interface Counted {
  readonly key: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}

/** One line of a table of a month. */
export interface MonthLine {
  readonly month: BusinessMonth;
  readonly key: Readonly<Record<string, string>>;
  /** By column; what is missing is 0. */
  readonly amounts: ReadonlyMap<string, bigint>;
}

/**
 * Lines by month: a stock as it stands at the month’s end, a flow as much as the month brought. A line is there from the
 * month in which it first moved, so that what happens later adds no line to months before.
 */
export function monthLines(
  cells: DistrictCells,
  countedIn: (cell: MonthCell) => Counted | undefined,
): MonthLine[] {
  const lines = new Map<string, RunningLine>();
  for (const cell of cells.cells) {
    const counted = countedIn(cell);
    if (!counted) continue;
    const name = JSON.stringify(Object.entries(counted.key));
    const line = lines.get(name) ?? new RunningLine(counted.key);
    lines.set(name, line);
    line.add(
      cell.month !== null && cell.month < cells.from ? { ...cell, month: null } : cell,
      counted.columns,
    );
  }
  const months = monthsOf(cells.cells, cells.from);
  return [...lines.values()].flatMap((line) => line.through(months));
}

class RunningLine {
  private first: BusinessMonth | undefined;
  private readonly before = new Map<string, bigint>();
  private readonly stocks = new Map<BusinessMonth, Map<string, bigint>>();
  private readonly flows = new Map<BusinessMonth, Map<string, bigint>>();

  constructor(private readonly key: Counted['key']) {}

  add({ measure, month, first, amount }: MonthCell, columns: readonly string[]): void {
    const begun = monthOf(first);
    if (this.first === undefined || begun < this.first) this.first = begun;
    const isFlow = getMeasure(measure).kind === 'flow';
    if (month === null && isFlow) return;
    const sums = month === null ? this.before : sumsOf(isFlow ? this.flows : this.stocks, month);
    for (const column of columns) addTo(sums, column, amount);
  }

  through(months: readonly BusinessMonth[]): MonthLine[] {
    const running = new Map(this.before);
    return months.flatMap((month) => {
      for (const [column, amount] of this.stocks.get(month) ?? []) addTo(running, column, amount);
      if (this.first === undefined || month < this.first) return [];
      return { month, key: this.key, amounts: new Map([...running, ...(this.flows.get(month) ?? [])]) };
    });
  }
}

function sumsOf(months: Map<BusinessMonth, Map<string, bigint>>, month: BusinessMonth): Map<string, bigint> {
  let sums = months.get(month);
  if (!sums) months.set(month, (sums = new Map()));
  return sums;
}

const addTo = (sums: Map<string, bigint>, column: string, amount: bigint): void =>
  void sums.set(column, (sums.get(column) ?? 0n) + amount);
