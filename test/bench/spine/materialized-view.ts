import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '@minhai/postgres';
import type { BenchInstance } from '../harness/bench-instance.js';

const COLUMNS = 38;
const PROBE_EVERY_MS = 50;
const LOOK_MS = 5;

/** As many conditional sums as there are indicators. */
const sums = Array.from(
  { length: COLUMNS },
  (_, i) => `coalesce(sum(s.amount) FILTER (WHERE s.kind % ${COLUMNS} = ${i}), 0) AS i${i}`,
).join(', ');

/**
 * The peer of P10: what a team without a fact engine has. One row of state a thing, 38 columns by district, street and
 * month in a materialized view, and a loop that refreshes it without blocking its readers.
 */
export async function createView({ owner }: BenchInstance, rows: number): Promise<void> {
  await owner.query('CREATE SCHEMA IF NOT EXISTS bench');
  await owner.query('DROP TABLE IF EXISTS bench.state CASCADE');
  await owner.query(
    `CREATE TABLE bench.state (id bigint PRIMARY KEY, district text NOT NULL, street text NOT NULL, day date NOT NULL, kind integer NOT NULL, amount bigint NOT NULL)`,
  );
  await owner.query(
    `INSERT INTO bench.state SELECT i, '3101' || (i % 2 * 13 + 5), '3101050' || (10 + i % 30), date '2011-01-01' + (i / 60) % 3652, i, 1
     FROM generate_series(1, $1::int) i`,
    [rows],
  );
  await owner.query(
    `CREATE MATERIALIZED VIEW bench.indicators AS SELECT s.district, s.street, date_trunc('month', s.day)::date AS month, ${sums}
     FROM bench.state s GROUP BY 1, 2, 3`,
  );
  await owner.query('CREATE UNIQUE INDEX ON bench.indicators (district, street, month)');
  await owner.query('VACUUM (ANALYZE) bench.state');
}

/** Milliseconds from the commit of each probe until the view shows it, under a loop that never rests. */
export async function viewDelays(instance: BenchInstance, seconds: number): Promise<number[]> {
  const url = instance.stack.database.url('minhai_owner');
  const connect = (): Database =>
    openDatabase({ url, applicationName: 'bench-view', maxConnections: 1, statementTimeoutMs: 120_000 });
  const [refresher, prober, reader] = [connect(), connect(), connect()];
  const committedAt: number[] = [];
  const seenAt: number[] = [];
  let stopped = false;
  const refreshing = (async () => {
    while (!stopped) await refresher.query('REFRESH MATERIALIZED VIEW CONCURRENTLY bench.indicators');
  })();
  const watching = (async () => {
    const [before] = await reader.query<{ i0: number }>(PROBED);
    while (!stopped) {
      const [row] = await reader.query<{ i0: number }>(PROBED);
      const at = performance.now();
      while (seenAt.length < Number(row?.i0 ?? 0) - Number(before?.i0 ?? 0)) seenAt.push(at);
      await sleep(LOOK_MS);
    }
  })();
  try {
    const begun = performance.now();
    for (let number = 0; performance.now() - begun < seconds * 1000; number++) {
      await prober.query(
        `INSERT INTO bench.state SELECT max(id) + 1, '310105', 'probe', date '2020-01-01', 0, 1 FROM bench.state`,
      );
      committedAt.push(performance.now());
      await sleep(PROBE_EVERY_MS);
    }
    const deadline = performance.now() + 60_000;
    while (seenAt.length < committedAt.length && performance.now() < deadline) await sleep(LOOK_MS);
  } finally {
    stopped = true;
    await Promise.all([refreshing, watching]);
    await Promise.all([refresher.close(), prober.close(), reader.close()]);
  }
  if (seenAt.length < committedAt.length) throw new Error('the view never showed some probes');
  return committedAt.map((at, i) => seenAt[i]! - at);
}

const PROBED = `SELECT v.i0::int8 AS i0 FROM bench.indicators v WHERE v.street = 'probe'`;
