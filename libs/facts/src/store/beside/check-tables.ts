import { CrashError } from '@minhai/errors';
import type { Transaction } from '@minhai/postgres';

/** What rows held true now put into cells, by SQL alone, against the cells; both ways. */
const partsAndTotals = (schema: string): string => `WITH part AS (
    SELECT measure, district, street, dims, valid_from AS day, amount FROM ${schema}.fact_row WHERE known_until IS NULL
    UNION ALL
    SELECT measure, district, street, dims, greatest(valid_until, valid_from), -amount FROM ${schema}.fact_row
    WHERE known_until IS NULL AND valid_until IS NOT NULL
  ), total AS (
    SELECT measure, district, street, dims, day, sum(amount)::int8 AS amount FROM part
    GROUP BY measure, district, street, dims, day HAVING sum(amount) <> 0
  ), cell AS (SELECT measure, district, street, dims, day, amount FROM ${schema}.cell)
  SELECT (SELECT count(*) FROM (TABLE total EXCEPT TABLE cell) one) + (SELECT count(*) FROM (TABLE cell EXCEPT TABLE total) other)
    AS different`;

/** Throws CrashError when totals are not the sum of their parts, or an event is missing or there twice. */
export async function checkTables(tx: Transaction, schema: string): Promise<void> {
  const [cells] = await tx.query<{ different: number }>(partsAndTotals(schema));
  if (cells!.different > 0)
    throw new CrashError('HANDLER_ERROR', `${cells!.different} rebuilt cells are not the sum of their rows`);
  const [events] = await tx.query<{ stored: number; accepted: number }>(
    `SELECT (SELECT count(DISTINCT h.event_id) FROM ${schema}.history h) AS stored,
      (SELECT coalesce(sum(c.position), 0)::int8 FROM ${schema}.consumed c) AS accepted`,
  );
  const { stored, accepted } = events!;
  if (stored !== accepted)
    throw new CrashError('HANDLER_ERROR', `the rebuild holds ${stored} events of ${accepted} accepted`);
}

const digests = (schema: string): string => `SELECT d.name, d.fingerprint, r.rows, r.digest
  FROM ${schema}.fact_definition d LEFT JOIN LATERAL (
    SELECT count(*) AS rows, sum(hashtextextended(t.entity || t.row_id || t.known_from || coalesce(t.known_until::text, ''), 0)::numeric) AS digest
    FROM ${schema}.fact_row t WHERE t.fact = d.fact) r ON true`;

/**
 * The facts whose rows come out otherwise although their definitions are the same: the tables had drifted, or code
 * changed without its version.
 */
export async function drifted(tx: Transaction, live: string, rebuilt: string): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT a.name FROM (${digests(live)}) a JOIN (${digests(rebuilt)}) b ON b.name = a.name AND b.fingerprint = a.fingerprint
     WHERE (a.rows, a.digest) IS DISTINCT FROM (b.rows, b.digest) ORDER BY a.name`,
  );
  return rows.map(({ name }) => name);
}
