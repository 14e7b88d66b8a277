import { loadCatalogue, readAcceptedEvent } from '@minhai/events';
import { FactEngine } from '@minhai/facts/store';
import { batchGroups, FACTS } from '@minhai/metrics';
import type { Database } from '@minhai/postgres';
import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { figure, gated } from '../harness/figure.js';
import { ratios } from '../harness/statistics.js';
import { acceptedBatches, BATCH_EVENTS, nameOf, type AcceptedBatch } from './accepted-batches.js';
import { appliedRate, type Side } from './applied-rate.js';
import { eventStream } from './event-stream.js';
import { preparedRecords } from './prepared-records.js';
import { recomputeSide } from './recompute-prototype.js';

const RUN = 2;
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

/** Each on an instance of its own: what was folded once is not folded again. */
const SIDES = {
  engine: (instance, batches) => engineSide(instance, batches, 2),
  alone: (instance, batches) => engineSide(instance, batches, 1),
  prototype: (instance) => recomputeSide(instance.stack.database.url('minhai_owner')),
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
      const { eventsPerSecond, cpuPerEvent } = await appliedRate(side(instance, batches), batches);
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
