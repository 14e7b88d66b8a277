import type { BusinessDay } from '@minhai/domain';
import { type Parameter, type Queryable, binaryArray, sqlIdentifier } from '@minhai/postgres';
import type { MonthCell } from '../evaluate/series.js';
import { getMeasure } from '../evaluate/window.js';
import { momentOf, wasKnownAt } from './known-at.js';

/** A measure of a district. */
export interface Cell {
  readonly measure: string;
  readonly district: string;
}

/** A sum with the number of daily cells in it. */
export type CountedMonthCell = MonthCell & { readonly days: number };

interface MonthRow {
  measure: string;
  district: string;
  street: string;
  dims: string;
  month: string | null;
  first: BusinessDay;
  last: BusinessDay;
  amount: string;
  days: number;
}

/** `cells`: a relation that may look at `m`, a measure and district asked for; columns of metrics.cell. */
const monthsOf = (cells: string): string => `SELECT c.measure, c.district, c.street, c.dims,
    CASE WHEN c.day >= $3::date THEN to_char(c.day, 'YYYY-MM') END AS month,
    min(c.day) AS first, max(c.day) AS last, sum(c.amount)::text AS amount, count(*) AS days
  FROM unnest($1::text[], $2::text[]) AS m(measure, district)
  CROSS JOIN LATERAL (${cells}) c
  GROUP BY c.measure, c.district, c.street, c.dims, month`;

/** Cells summed by month; everything before `since` in one sum without a month. Reads `<schema>.cell`. */
export const readMonthCells = (
  db: Queryable,
  schema: string,
  cells: readonly Cell[],
  since: BusinessDay,
): Promise<CountedMonthCell[]> =>
  read(
    db,
    monthsOf(
      `SELECT t.* FROM ${sqlIdentifier(schema)}.cell t WHERE t.measure = m.measure AND t.district = m.district`,
    ),
    [...asked(cells), since],
  );

const KNOWN_ROWS = `SELECT r.*, greatest(r.valid_from, r.valid_until) AS ended FROM metrics.fact_row r
  WHERE r.measure = m.measure AND r.district = m.district AND ${wasKnownAt('r', '$4::timestamptz')}`;

/** What the cells would hold if nothing more were known: rows put in by their first day, a stock taken out by its last. */
const KNOWN_CELLS = `SELECT m.measure, m.district, x.street, x.dims, x.day, sum(x.amount) AS amount
  FROM (SELECT k.street, k.dims, k.valid_from AS day, k.amount FROM (${KNOWN_ROWS}) k
    UNION ALL
    SELECT k.street, k.dims, k.ended, -k.amount FROM (${KNOWN_ROWS}) k
    WHERE k.valid_until IS NOT NULL AND m.measure = ANY ($5::text[])) x
  GROUP BY x.street, x.dims, x.day HAVING sum(x.amount) <> 0`;

interface Then {
  readonly since: BusinessDay;
  /** Epoch milliseconds. */
  readonly knownAt: number;
}

/** The same as it was known at a moment, from the rows. */
export const readMonthCellsAsKnown = (
  db: Queryable,
  cells: readonly Cell[],
  { since, knownAt }: Then,
): Promise<CountedMonthCell[]> => {
  const stocks = cells
    .map(({ measure }) => measure)
    .filter((measure) => getMeasure(measure).kind === 'stock');
  const parameters = [...asked(cells), since, momentOf(knownAt), binaryArray('text', stocks)];
  return read(db, monthsOf(KNOWN_CELLS), parameters);
};

const asked = (cells: readonly Cell[]): Buffer[] => [
  binaryArray(
    'text',
    cells.map(({ measure }) => measure),
  ),
  binaryArray(
    'text',
    cells.map(({ district }) => district),
  ),
];

async function read(
  db: Queryable,
  text: string,
  parameters: readonly Parameter[],
): Promise<CountedMonthCell[]> {
  const rows = await db.query<MonthRow>(text, parameters);
  return rows.map(({ dims, amount, ...row }) => ({
    ...row,
    dims: JSON.parse(dims) as Record<string, string>,
    amount: BigInt(amount),
  }));
}
