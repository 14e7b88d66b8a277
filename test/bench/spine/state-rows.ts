import type { BenchInstance } from '../harness/bench-instance.js';

const ROWS_OF_AN_ORGANISATION = 3;
const CHUNK = 100_000;

/** Rows of history and facts, what P9 to P11 count as state. */
export async function stateRowsOf({ owner }: BenchInstance): Promise<number> {
  const [row] = await owner.query<{ rows: number }>(
    'SELECT (SELECT count(*) FROM metrics.history) + (SELECT count(*) FROM metrics.fact_row) AS rows',
  );
  return row!.rows;
}

/** Bytes and envelopes are those of an organisation that the fact engine has folded; ids are random, as it makes them. */
const HISTORY = `INSERT INTO metrics.history (entity, event_id, facts, amended, envelope, value)
  SELECT 'state-' || i, gen_random_uuid(), t.facts, false, t.envelope, t.value
  FROM generate_series($1::int, $2::int) i, (
    SELECT h.* FROM metrics.history h JOIN metrics.fact_definition d ON d.fact = ANY (h.facts)
    WHERE d.name = 'socialorg.registration' LIMIT 1) t`;

const ROWS = `INSERT INTO metrics.fact_row
    (fact, entity, row_id, measure, district, street, dims, amount, valid_from, causes, known_from)
  SELECT d.fact, 'state-' || i, gen_random_uuid(), m.measure, '310105', '31010500' || (1 + i % 6), '{}', 1,
    date '2019-01-01' + i % 700, ARRAY[gen_random_uuid()], timestamptz '2019-01-01' + i * interval '1 minute'
  FROM generate_series($1::int, $2::int) i, metrics.fact_definition d,
    unnest(ARRAY['socialorg.registered', 'socialorg.registered-ever']) m (measure)
  WHERE d.name = 'socialorg.registration'`;

const CELLS = `INSERT INTO metrics.cell AS c (measure, district, street, dims, day, amount)
  SELECT m.measure, '310105', '31010500' || (1 + i % 6), '{}', date '2019-01-01' + i % 700, count(*)
  FROM generate_series($1::int, $2::int) i, unnest(ARRAY['socialorg.registered', 'socialorg.registered-ever']) m (measure)
  GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT (measure, district, street, dims, day) DO UPDATE SET amount = c.amount + excluded.amount`;

/**
 * Brings the state up to `rows` with organisations made in SQL, thousands of times faster than events could. Needs one
 * organisation that was folded. The flusher is told that everything moved.
 */
export async function growState(instance: BenchInstance, rows: number): Promise<void> {
  const { owner } = instance;
  const present = await stateRowsOf(instance);
  const [found] = await owner.query<{ made: number }>(
    `SELECT count(*) AS made FROM metrics.history WHERE entity LIKE 'state-%'`,
  );
  const first = found!.made + 1;
  const last = found!.made + Math.max(0, Math.ceil((rows - present) / ROWS_OF_AN_ORGANISATION));
  for (let from = first; from <= last; from += CHUNK) {
    const range = [from, Math.min(last, from + CHUNK - 1)];
    await owner.transaction(async (tx) => {
      for (const statement of [HISTORY, ROWS, CELLS]) await tx.query(statement, range);
    });
  }
  await owner.query('INSERT INTO metrics.moved (measure) VALUES (NULL)');
  // State that has grown for years was vacuumed on the way; autovacuum would do all of it at once, in the seconds measured.
  await owner.query('VACUUM (ANALYZE) metrics.history, metrics.fact_row, metrics.cell');
  await instance.checkpoint();
}
