import { openDatabase, type Database } from '@minhai/postgres';
import { cpuBetween, cpuOfEach, type CpuReading } from '../harness/cpu.js';
import { nameOf, type AcceptedBatch } from './accepted-batches.js';

/** As in steady-run: the first fifth warms up. */
const WARM_SHARE = 0.2;

export interface Rate {
  readonly eventsPerSecond: number;
  /** Of this process and of its backends. */
  readonly cpuPerEvent: number;
}

type Apply = (batch: AcceptedBatch) => Promise<unknown>;

export interface Side {
  /** With more than one, batches of different partitions are applied at the same time, those of one in their order. */
  readonly connections: number;
  readonly url: string;
  readonly prepare: (database: Database) => Promise<Apply>;
}

async function inPartitions(batches: readonly AcceptedBatch[], apply: Apply): Promise<void> {
  const last = new Map<string, Promise<unknown>>();
  for (const batch of batches) {
    const before = last.get(nameOf(batch)) ?? Promise.resolve();
    last.set(
      nameOf(batch),
      before.then(() => apply(batch)),
    );
  }
  await Promise.all(last.values());
}

async function inTurn(batches: readonly AcceptedBatch[], apply: Apply): Promise<void> {
  for (const batch of batches) await apply(batch);
}

/** What `apply` does with the batches behind the first fifth. */
export async function appliedRate(side: Side, batches: readonly AcceptedBatch[]): Promise<Rate> {
  const database = openDatabase({
    url: side.url,
    applicationName: 'bench-side',
    maxConnections: side.connections,
    statementTimeoutMs: 60_000,
  });
  try {
    const apply = await side.prepare(database);
    const run = side.connections > 1 ? inPartitions : inTurn;
    const warm = Math.ceil(batches.length * WARM_SHARE);
    await run(batches.slice(0, warm), apply);
    const backends = await database.query<{ pid: number }>(
      `SELECT a.pid FROM pg_stat_activity a WHERE a.application_name = 'bench-side'`,
    );
    const cpu = (): CpuReading => cpuOfEach([process.pid, ...backends.map(({ pid }) => pid)]);
    const counted = batches.slice(warm);
    const before = cpu();
    const begun = performance.now();
    await run(counted, apply);
    const seconds = (performance.now() - begun) / 1000;
    const events = counted.reduce((sum, { records }) => sum + records.length, 0);
    return { eventsPerSecond: events / seconds, cpuPerEvent: cpuBetween(before, cpu()) / events };
  } finally {
    await database.close();
  }
}
