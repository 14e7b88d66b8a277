import type { BusinessDay } from '@minhai/domain';
import type { FactRow, MeasureDefinition } from './definition.js';
import { canonicalJson } from './identity.js';

/** Names one daily cell. `dims` is canonical JSON (sorted keys). */
export interface CellKey {
  readonly measure: string;
  readonly district: string;
  readonly street: string;
  readonly dims: string;
  readonly day: BusinessDay;
}

/**
 * The change of a measure on a day. The stock at a date is the sum of all cells up to it, the flow of a period the
 * sum of its cells.
 */
export interface CellDelta extends CellKey {
  readonly amount: number;
  /** Ids of the new events that moved it; empty where nobody asked. */
  readonly causes: readonly string[];
}

const nameOf = ({ measure, district, street, dims }: Omit<CellKey, 'day'>, day: BusinessDay): string =>
  `${measure}\n${district}\n${street}\n${dims}\n${day}`;

export const cellName = (key: CellKey): string => nameOf(key, key.day);

/** A row as far as cells look at it; `dims` is canonical JSON. */
export interface CountedRow extends Omit<CellKey, 'day'> {
  readonly amount: number;
  readonly validFrom: BusinessDay;
  readonly validUntil: BusinessDay | null;
}

export const countedRow = (row: FactRow): CountedRow => ({
  measure: row.measure,
  district: row.district,
  street: row.street,
  dims: canonicalJson(row.dims),
  amount: row.amount,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
});

/** Sums what rows that are held true now put into cells. Cells that come to nothing are left out. */
export class CellSum {
  private readonly cells = new Map<string, { key: CellKey; amount: number; causes: string[] }>();
  private readonly kinds: ReadonlyMap<string, MeasureDefinition['kind']>;

  constructor(measures: readonly MeasureDefinition[]) {
    this.kinds = new Map(measures.map((measure) => [measure.name, measure.kind]));
  }

  /**
   * `sign` is 1 for a row that began to count and −1 for one that no longer does; `causes`: the new events that made
   * it so.
   */
  add(row: CountedRow, sign: 1 | -1, causes: readonly string[] = NO_CAUSES): void {
    this.put(row, row.validFrom, sign * row.amount, causes);
    if (row.validUntil === null || this.kinds.get(row.measure) === 'flow') return;
    // A row that ends before it begins counts on no day.
    const end = row.validUntil < row.validFrom ? row.validFrom : row.validUntil;
    this.put(row, end, -sign * row.amount, causes);
  }

  get size(): number {
    return this.cells.size;
  }

  /** In key order, so that concurrent writers lock cells in the same order. */
  deltas(): CellDelta[] {
    return [...this.cells.entries()]
      .filter(([, cell]) => cell.amount !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, amount, causes }]) => ({ ...key, amount, causes: distinct(causes) }));
  }

  private put(row: CountedRow, day: BusinessDay, amount: number, causes: readonly string[]): void {
    const { measure, district, street, dims } = row;
    const name = nameOf(row, day);
    const cell = this.cells.get(name);
    if (!cell) {
      this.cells.set(name, { key: { measure, district, street, dims, day }, amount, causes: [...causes] });
      return;
    }
    cell.amount += amount;
    for (const cause of causes) cell.causes.push(cause);
  }
}

const NO_CAUSES: readonly string[] = [];

const distinct = (causes: readonly string[]): readonly string[] =>
  causes.length < 2 ? causes : [...new Set(causes)];

/** What the cells gain when the rows held true change from `before` to `after`. */
export function cellDeltas(
  before: readonly FactRow[],
  after: readonly FactRow[],
  measures: readonly MeasureDefinition[],
): CellDelta[] {
  const sum = new CellSum(measures);
  for (const row of before) sum.add(countedRow(row), -1);
  for (const row of after) sum.add(countedRow(row), 1);
  return sum.deltas();
}
