import type { BusinessDay } from '@minhai/domain';
import { type Queryable, binaryArray, sqlIdentifier } from '@minhai/postgres';
import type { MonthCell } from '../evaluate/series.js';

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

/** Cells summed by month; everything before `since` in one sum without a month. Reads `<schema>.cell`. */
export async function readMonthCells(
  db: Queryable,
  schema: string,
  cells: readonly Cell[],
  since: BusinessDay,
): Promise<CountedMonthCell[]> {
  const rows = await db.query<MonthRow>(
    `SELECT c.measure, c.district, c.street, c.dims,
        CASE WHEN c.day >= $3::date THEN to_char(c.day, 'YYYY-MM') END AS month,
        min(c.day) AS first, max(c.day) AS last, sum(c.amount)::text AS amount, count(*) AS days
      FROM unnest($1::text[], $2::text[]) AS m(measure, district)
      JOIN ${sqlIdentifier(schema)}.cell c ON c.measure = m.measure AND c.district = m.district
      GROUP BY c.measure, c.district, c.street, c.dims, month`,
    [
      binaryArray(
        'text',
        cells.map(({ measure }) => measure),
      ),
      binaryArray(
        'text',
        cells.map(({ district }) => district),
      ),
      since,
    ],
  );
  return rows.map(({ dims, amount, ...row }) => ({
    ...row,
    dims: JSON.parse(dims) as Record<string, string>,
    amount: BigInt(amount),
  }));
}
