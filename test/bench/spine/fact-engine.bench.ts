import { loadCatalogue, readAcceptedEvent } from '@minhai/events';
import { FactEngine } from '@minhai/facts/store';
import { batchGroups, FACTS } from '@minhai/metrics';
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

interface Rate {
  readonly eventsPerSecond: number;
  /** Of this process and of its backends. */
  readonly cpuPerEvent: number;
}

type Apply = (batch: AcceptedBatch) => Promise<unknown>;

interface Side {
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
async function rate(side: Side, batches: readonly AcceptedBatch[]): Promise<Rate> {
  const database = openDatabase({
    url: side.url,
    applicationName: 'bench-facts',
    maxConnections: side.connections,
    statementTimeoutMs: 60_000,
  });
  try {
    const apply = await side.prepare(database);
    const run = side.connections > 1 ? inPartitions : inTurn;
    const warm = Math.ceil(batches.length * WARM_SHARE);
    await run(batches.slice(0, warm), apply);
    const backends = await database.query<{ pid: number }>(
      `SELECT a.pid FROM pg_stat_activity a WHERE a.application_name = 'bench-facts'`,
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

/** On two connections as the metrics service runs it: what partitions bring goes in groups, two at a time. */
const engineSide = (
  instance: BenchInstance,
  batches: readonly AcceptedBatch[],
  connections: number,
): Side => ({
  connections,
  url: instance.stack.database.url('minhai_metrics'),
  prepare: async (database) => {
    const catalogue = loadCatalogue();
    const engine = new FactEngine({ database, schema: 'metrics', facts: FACTS, schemas: catalogue });
    const claims = await claimEverything(engine, database, batches);
    const groups = batchGroups(engine);
    return async (batch) => {
      const { domain, partition, records } = batch;
      const events = records.map(({ position, prepared: { record } }) => ({
        position,
        event: readAcceptedEvent(record, catalogue),
        value: record.value!,
      }));
      const nextOffset = BigInt(records.at(-1)!.position);
      const epoch = claims.get(nameOf(batch))!;
      const { outcome } = await groups.commit({ domain, partition, epoch, nextOffset, events });
      if (outcome !== 'applied') throw new Error(`the fact engine answered ${outcome}`);
    };
  },
});

const prototypeSide = (instance: BenchInstance): Side => ({
  connections: 1,
  url: instance.stack.database.url('minhai_owner'),
  prepare: async (database) => {
    await createPrototype(database);
    return ({ records }) =>
      applyToPrototype(
        database,
        records.map(({ prepared }) => plain(prepared)),
      );
  },
});

const nameOf = ({ domain, partition }: Pick<AcceptedBatch, 'domain' | 'partition'>): string =>
  `${domain}/${partition}`;

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
  for (const place of [...known, ...batches]) {
    const name = nameOf(place);
    if (!claims.has(name)) claims.set(name, (await engine.claim(place.domain, place.partition)).epoch);
  }
  return claims;
}

const plain = ({ event, record }: AcceptedBatch['records'][number]['prepared']): PlainEvent => ({
  id: event.id,
  entity: event.subject,
  time: event.time,
  amount: Number((event.data as { delta?: number }).delta ?? 1),
  payload: record.value!,
});

/** Each on an instance of its own: what was folded once is not folded again. */
const SIDES = {
  engine: (instance, batches) => engineSide(instance, batches, 2),
  alone: (instance, batches) => engineSide(instance, batches, 1),
  prototype: prototypeSide,
} satisfies Record<string, (instance: BenchInstance, batches: readonly AcceptedBatch[]) => Side>;

async function measure({ settings, say, number }: Round): Promise<Measurements> {
  const measured: Record<string, number> = {};
  const turns = Object.entries(SIDES);
  for (const [name, side] of number % 2 === 0 ? turns.reverse() : turns) {
    const instance = await startBenchInstance();
    try {
      const records = preparedRecords(eventStream(settings.events, RUN), instance.stack.topicPrefix);
      const batches = acceptedBatches(records, BATCH_EVENTS);
      say(`${name}, ${batches.length} batches`);
      await instance.checkpoint();
      const { eventsPerSecond, cpuPerEvent } = await rate(side(instance, batches), batches);
      measured[name] = eventsPerSecond;
      measured[`${name}Cpu`] = cpuPerEvent;
    } finally {
      await instance.stop();
    }
  }
  return measured;
}

/** The fact engine alone, in this process, against the least that recomputing can be. */
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
        note: 'same batches of up to 2,000; the engine as the service runs it, two groups at a time; the prototype on one connection',
      }),
      figure('P2', 'the same, the engine on one connection, too', {
        values: ratios(
          rounds.map((round) => round.alone!),
          prototype,
        ),
        unit: '×',
      }),
      figure('P2', 'CPU of the prototype ÷ CPU of the engine, process and backends', {
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
