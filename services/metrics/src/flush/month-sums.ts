import type { BusinessMonth } from '@minhai/domain';
import { CrashError } from '@minhai/errors';
import type { Cell, CountedMonthCell } from '../cells/month-cell.reader.js';
import { FIRST_MONTH, type MonthCell, isOfTerm } from '../evaluate/series.js';
import { termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { MovedMonth } from './moved-cell.js';

type Held = { -readonly [K in keyof CountedMonthCell]: CountedMonthCell[K] };

/** The months of one measure, 街镇 and set of dimensions. Null stands for all before the first month kept. */
interface Line {
  readonly measure: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly months: Map<BusinessMonth | null, Held>;
}

const nameOf = ({ measure, district }: Cell): string => `${measure} ${district}`;
const BEFORE_FIRST = '1948-12-31';

/** The cells summed by month, in memory, kept up to date by the notes of the fold. */
export class MonthSums {
  /** By measure and district, then by 街镇 and dimensions. */
  private readonly lines = new Map<string, Map<string, Line>>();

  constructor(known: readonly Cell[], cells: readonly CountedMonthCell[]) {
    for (const cell of known) this.lines.set(nameOf(cell), new Map());
    for (const cell of cells) {
      const dims = JSON.stringify(cell.dims);
      this.line(cell, cell.street, dims)?.months.set(cell.month, { ...cell });
    }
  }

  /** Whether any of these sums is of this measure and district. */
  has(cell: Cell): boolean {
    return this.lines.has(nameOf(cell));
  }

  /**
   * Adds what notes say, in any order: only together do those of one flush follow from the cells. Throws CrashError
   * when they cannot be true of these sums.
   */
  apply(notes: readonly MovedMonth[]): void {
    const touched: { line: Line; held: Held }[] = [];
    for (const note of notes) {
      const line = this.line(note, note.street, note.dims);
      if (!line) continue;
      const month = note.month < FIRST_MONTH ? null : note.month;
      const held = line.months.get(month) ?? emptyMonth(line, note.district, month);
      held.amount += note.amount;
      held.days += note.days;
      line.months.set(month, held);
      touched.push({ line, held });
    }
    for (const { line, held } of touched) {
      if (held.days < 0 || (held.days === 0 && held.amount !== 0n))
        throw new CrashError('HANDLER_ERROR', `months of ${held.measure} do not follow from its cells`);
      if (held.days === 0) line.months.delete(held.month);
    }
  }

  /** The sums that an indicator counts, in its district or in one 街镇 of it. */
  cellsOf(indicator: IndicatorDefinition, street?: string): MonthCell[] {
    const terms = termsOf(indicator);
    const { district } = indicator;
    const cells: MonthCell[] = [];
    for (const measure of new Set(terms.map((term) => term.measure))) {
      for (const line of this.lines.get(nameOf({ measure, district }))?.values() ?? []) {
        if (street !== undefined && line.street !== street) continue;
        if (terms.some((term) => isOfTerm(line, term))) cells.push(...line.months.values());
      }
    }
    return cells;
  }

  /** All sums of some measures and districts. */
  of(cells: readonly Cell[]): MonthCell[] {
    return cells.flatMap((cell) =>
      [...(this.lines.get(nameOf(cell))?.values() ?? [])].flatMap(({ months }) => [...months.values()]),
    );
  }

  private line(cell: Cell, street: string, dims: string): Line | undefined {
    const lines = this.lines.get(nameOf(cell));
    if (!lines) return undefined;
    const name = `${street} ${dims}`;
    let line = lines.get(name);
    if (!line) {
      const parsed = JSON.parse(dims) as Record<string, string>;
      lines.set(name, (line = { measure: cell.measure, street, dims: parsed, months: new Map() }));
    }
    return line;
  }
}

function emptyMonth({ measure, street, dims }: Line, district: string, month: BusinessMonth | null): Held {
  const day = month === null ? BEFORE_FIRST : `${month}-01`;
  return { measure, district, street, dims, month, first: day, last: day, amount: 0n, days: 0 };
}
