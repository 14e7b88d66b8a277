import { loadCatalogue, readAcceptedEvent } from '@minhai/events';
import { FactEngine } from '@minhai/facts/store';
import { FACTS } from '@minhai/metrics';
import { openDatabase, type Database } from '@minhai/postgres';
import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { cpuBetween, cpuOfEach, type CpuReading } from '../harness/cpu.js';
import { figure, gated } from '../harness/figure.js';
import { ratios } from '../harness/statistics.js';
import { acceptedBatches, type AcceptedBatch } from './accepted-batches.js';
import { eventStream } from './event-stream.js';
import { preparedRecords } from './prepared-records.js';
import { applyToPrototype, createPrototype, type PlainEvent } from './recompute-prototype.js';

const BATCH_EVENTS = 2_000;
const RUN = 2;
/** As in steady-run: the first fifth warms up. */
const WARM_SHARE = 0.2;

const connect = (url: string): Database =>
  openDatabase({ url, applicationName: 'bench-facts', maxConnections: 1, statementTimeoutMs: 60_000 });

interface Rate {
  readonly eventsPerSecond: number;
  /** Of this process and of its backend. */
  readonly cpuPerEvent: number;
}

/** `apply` over the batches behind the first fifth. */
async function rate(
  database: Database,
  batches: readonly AcceptedBatch[],
  apply: (batch: AcceptedBatch) => Promise<unknown>,
): Promise<Rate> {
  const [backend] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const cpu = (): CpuReading => cpuOfEach([process.pid, backend!.pid]);
  const warm = Math.ceil(batches.length * WARM_SHARE);
  for (const batch of batches.slice(0, warm)) await apply(batch);
  const counted = batches.slice(warm);
  const before = cpu();
  const begun = performance.now();
  for (const batch of counted) await apply(batch);
  const seconds = (performance.now() - begun) / 1000;
  const events = counted.reduce((sum, { records }) => sum + records.length, 0);
  return { eventsPerSecond: events / seconds, cpuPerEvent: cpuBetween(before, cpu()) / events };
}

async function engineRate(instance: BenchInstance, batches: readonly AcceptedBatch[]): Promise<Rate> {
  const catalogue = loadCatalogue();
  const database = connect(instance.stack.database.url('minhai_metrics'));
  try {
    const engine = new FactEngine({ database, schema: 'metrics', facts: FACTS, schemas: catalogue });
    const claims = await claimEverything(engine, database, batches);
    return await rate(database, batches, async ({ domain, partition, records }) => {
      const events = records.map(({ position, prepared: { record } }) => ({
        position,
        event: readAcceptedEvent(record, catalogue),
        value: record.value!,
      }));
      const epoch = claims.get(`${domain}/${partition}`)!;
      const { outcome } = await engine.apply({
        domain,
        partition,
        epoch,
        nextOffset: BigInt(records.at(-1)!.position),
        events,
      });
      if (outcome !== 'applied') throw new Error(`the fact engine answered ${outcome}`);
    });
  } finally {
    await database.close();
  }
}

/** As the service does: it owns every partition. */
async function claimEverything(
  engine: FactEngine,
  database: Database,
  batches: readonly AcceptedBatch[],
): Promise<ReadonlyMap<string, number>> {
  const known = await database.query<{ domain: string; partition: number }>(
    'SELECT c.domain, c.partition FROM metrics.consumed c',
  );
  const claims = new Map<string, number>();
  for (const { domain, partition } of [...known, ...batches]) {
    const name = `${domain}/${partition}`;
    if (!claims.has(name)) claims.set(name, (await engine.claim(domain, partition)).epoch);
  }
  return claims;
}

async function prototypeRate(instance: BenchInstance, batches: readonly AcceptedBatch[]): Promise<Rate> {
  const database = connect(instance.stack.database.url('minhai_owner'));
  try {
    await createPrototype(database);
    return await rate(database, batches, ({ records }) =>
      applyToPrototype(
        database,
        records.map(({ prepared }) => plain(prepared)),
      ),
    );
  } finally {
    await database.close();
  }
}

const plain = ({ event, record }: AcceptedBatch['records'][number]['prepared']): PlainEvent => ({
  id: event.id,
  entity: event.subject,
  time: event.time,
  amount: Number((event.data as { delta?: number }).delta ?? 1),
  payload: record.value!,
});

async function measure({ settings, say, number }: Round): Promise<Measurements> {
  const instance = await startBenchInstance();
  try {
    const batches = acceptedBatches(
      preparedRecords(eventStream(settings.events, RUN), instance.stack.topicPrefix),
      BATCH_EVENTS,
    );
    const measured: Record<string, number> = {};
    const sides = { engine: engineRate, prototype: prototypeRate };
    const turns = Object.entries(sides);
    for (const [name, side] of number % 2 === 0 ? turns.reverse() : turns) {
      say(`${name}, ${batches.length} batches`);
      await instance.checkpoint();
      const { eventsPerSecond, cpuPerEvent } = await side(instance, batches);
      measured[name] = eventsPerSecond;
      measured[`${name}Cpu`] = cpuPerEvent;
    }
    return measured;
  } finally {
    await instance.stop();
  }
}

/** The fact engine alone, in this process on one connection, against the least that recomputing can be. */
export const factEngine: Bench = {
  name: 'fact-engine',
  goals: ['P2'],
  measure,
  figures: (rounds) => {
    const engine = rounds.map((round) => round.engine!);
    const prototype = rounds.map((round) => round.prototype!);
    return [
      gated('P2', 'fact engine ÷ recompute prototype', {
        values: ratios(engine, prototype),
        unit: '×',
        atLeast: 0.4,
        note: 'same batches of up to 2,000, one connection each; the engine also decodes, the prototype does not',
      }),
      figure('P2', 'CPU of the prototype ÷ CPU of the engine, process and backend', {
        values: ratios(
          rounds.map((round) => round.prototypeCpu!),
          rounds.map((round) => round.engineCpu!),
        ),
        unit: '×',
        note: 'moves less than rates when other work runs beside',
      }),
      figure('P2', 'fact engine, CPU', {
        values: rounds.map((round) => round.engineCpu!),
        unit: 'CPU-µs/event',
      }),
      figure('P2', 'fact engine with the real facts', { values: engine, unit: 'events/s' }),
      figure('P2', 'recompute prototype', { values: prototype, unit: 'events/s' }),
    ];
  },
};
