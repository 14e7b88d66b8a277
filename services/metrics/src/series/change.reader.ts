import type { BusinessDay } from '@minhai/domain';
import { type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import { momentOf, wasKnownAt } from '../cells/known-at.js';

/** How much a measure changed on a day. */
export interface Change {
  readonly measure: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  /** Null for everything before the days asked for. */
  readonly day: BusinessDay | null;
  readonly amount: bigint;
}

export interface ChangesQuestion {
  readonly district: string;
  readonly measures: readonly string[];
  /** Single days from here on; what was before comes in one sum. */
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  /** Epoch milliseconds; null: everything known. */
  readonly knownAt: number | null;
}

const GROUPED = `GROUP BY e.measure, e.street, e.dims, 4`;
const COLUMNS = `e.measure, e.street, e.dims, CASE WHEN e.day >= $3::date THEN e.day END AS day, sum(e.amount)::text AS amount`;

const AS_KNOWN_NOW: Statement = {
  name: 'metrics.changes_of_cells',
  text: `SELECT ${COLUMNS} FROM metrics.cell e
    WHERE e.district = $1 AND e.measure = ANY ($2::text[]) AND e.day <= $4::date ${GROUPED}`,
};

/** A row adds on its first day and takes away on the first day it no longer counts; a flow has no such day. */
const AS_KNOWN_THEN: Statement = {
  name: 'metrics.changes_of_rows',
  text: `WITH known AS (
      SELECT r.measure, r.street, r.dims, r.amount, r.valid_from, r.valid_until FROM metrics.fact_row r
      WHERE r.district = $1 AND r.measure = ANY ($2::text[]) AND r.valid_from <= $4::date
        AND ${wasKnownAt('r', '$5::timestamptz')}
    )
    SELECT ${COLUMNS} FROM (
      SELECT k.measure, k.street, k.dims, k.valid_from AS day, k.amount FROM known k
      UNION ALL
      SELECT k.measure, k.street, k.dims, k.valid_until, -k.amount FROM known k WHERE k.valid_until <= $4::date
    ) e ${GROUPED}`,
};

interface ChangeRow {
  measure: string;
  street: string;
  dims: string;
  day: BusinessDay | null;
  amount: string;
}

/** Every change of the measures of a district in one query. */
export async function readChanges(
  db: Queryable,
  { district, measures, from, to, knownAt }: ChangesQuestion,
): Promise<Change[]> {
  const parameters = [district, binaryArray('text', [...new Set(measures)]), from, to];
  const rows =
    knownAt === null
      ? await db.prepared<ChangeRow>(AS_KNOWN_NOW, parameters)
      : await db.prepared<ChangeRow>(AS_KNOWN_THEN, [...parameters, momentOf(knownAt)]);
  return rows.map(({ dims, amount, ...row }) => ({
    ...row,
    dims: JSON.parse(dims) as Record<string, string>,
    amount: BigInt(amount),
  }));
}
