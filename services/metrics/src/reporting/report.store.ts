import { type Statement, type Transaction, binaryArray } from '@minhai/postgres';
import { BEHIND, businessDay, reportsWithin, shapeOf } from './reported-events.js';

const LOCK = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked';

/** Names of facts, each list in one order: what is kept goes by them. */
export interface KeptFacts {
  /** Those that stand behind a figure; nobody asks for others. */
  readonly kept: readonly string[];
  /** Of these, those whose reports are told by entity: the ones about no persons. */
  readonly told: readonly string[];
}

/** Events of one partition, after one lake position and up to another. */
export interface Window {
  readonly domain: string;
  readonly partition: number;
  readonly after: number;
  readonly until: number;
}

/** False while another process keeps them. */
export async function lockReports(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(LOCK, ['metrics reports']);
  return row!.locked;
}

/** Makes the reports anew when the facts are others, or other ones are told by entity. */
export async function alignShape(tx: Transaction, { kept, told }: KeptFacts): Promise<void> {
  const [row] = await tx.query<{ shape: string; before: string | null }>(
    `SELECT ${shapeOf('$1', '$2')} AS shape, (SELECT s.shape FROM metrics.report_shape s) AS before`,
    [binaryArray('text', kept), binaryArray('text', told)],
  );
  if (row!.shape === row!.before) return;
  for (const table of [
    'street_report',
    'entity_report',
    'recorded_report',
    'report_position',
    'report_shape',
  ])
    await tx.query(`DELETE FROM metrics.${table}`);
  await tx.query('INSERT INTO metrics.report_shape (shape) VALUES ($1)', [row!.shape]);
}

export const readBehind = (tx: Transaction): Promise<Window[]> =>
  tx.query<Window & object>(
    `SELECT w.domain, w.partition, w.after, w.until FROM ${BEHIND} w ORDER BY w.domain, w.partition`,
  );

const WINDOWS = `unnest($1::text[], $2::int4[], $3::int8[], $4::int8[]) AS w(domain, partition, after, until)`;

/** Each event once for every fact that has it. */
const KEEP: Statement = {
  name: 'metrics.keep_reports',
  text: `WITH kept AS MATERIALIZED (
      SELECT d.fact, d.name = ANY ($6::text[]) AS told FROM metrics.fact_definition d WHERE d.name = ANY ($5::text[])
    ), reports AS MATERIALIZED (
      SELECT f.fact, f.told, r.entity, r.district, r.street, r.day, r.recorded
      FROM (${reportsWithin(WINDOWS)}) r
      CROSS JOIN LATERAL unnest(r.facts) AS own(fact)
      JOIN kept f ON f.fact = own.fact
    ), streets AS (
      INSERT INTO metrics.street_report AS t (fact, district, street, day, first_recorded)
      SELECT r.fact, r.district, r.street, r.day, min(r.recorded) FROM reports r GROUP BY r.fact, r.district, r.street, r.day
      ON CONFLICT (fact, district, street, day) DO UPDATE SET first_recorded = excluded.first_recorded
      WHERE excluded.first_recorded < t.first_recorded
    ), entities AS (
      INSERT INTO metrics.entity_report AS t (fact, district, entity, day, first_recorded)
      SELECT r.fact, r.district, r.entity, r.day, min(r.recorded)
      FROM reports r WHERE r.told GROUP BY r.fact, r.district, r.entity, r.day
      ON CONFLICT (fact, district, entity, day) DO UPDATE SET first_recorded = excluded.first_recorded
      WHERE excluded.first_recorded < t.first_recorded
    ), recorded AS (
      INSERT INTO metrics.recorded_report AS t (fact, district, recorded_day, day, first_recorded, last_recorded)
      SELECT r.fact, r.district, ${businessDay('r.recorded')}, r.day, min(r.recorded), max(r.recorded)
      FROM reports r GROUP BY 1, 2, 3, 4
      ON CONFLICT (fact, district, recorded_day, day) DO UPDATE
        SET first_recorded = least(t.first_recorded, excluded.first_recorded), last_recorded = greatest(t.last_recorded, excluded.last_recorded)
      WHERE excluded.first_recorded < t.first_recorded OR excluded.last_recorded > t.last_recorded
    )
    INSERT INTO metrics.report_position AS t (domain, partition, position)
    SELECT w.domain, w.partition, w.until FROM unnest($1::text[], $2::int4[], $4::int8[]) AS w(domain, partition, until)
    ON CONFLICT (domain, partition) DO UPDATE SET position = excluded.position`,
};

export const keepReports = (tx: Transaction, windows: readonly Window[], { kept, told }: KeptFacts) =>
  tx.prepared(KEEP, [
    binaryArray(
      'text',
      windows.map(({ domain }) => domain),
    ),
    binaryArray(
      'int4',
      windows.map(({ partition }) => partition),
    ),
    binaryArray(
      'int8',
      windows.map(({ after }) => after),
    ),
    binaryArray(
      'int8',
      windows.map(({ until }) => until),
    ),
    binaryArray('text', kept),
    binaryArray('text', told),
  ]);
