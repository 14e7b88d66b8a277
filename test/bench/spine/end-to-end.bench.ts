import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { startBenchProcess, type BenchProcess } from '../harness/bench-process.js';
import { cpuBetween, cpuOfTree, type CpuReading } from '../harness/cpu.js';
import { figure, gated } from '../harness/figure.js';
import type { Figure } from '../harness/report.js';
import { percentile, spreadOf } from '../harness/statistics.js';
import { reached, until } from '../harness/steady-run.js';
import { watchFreshness } from './freshness.js';
import { pipelineState } from './pipeline-state.js';
import type { Published, PublisherJob } from './publisher.process.js';
import { beside, withoutVoid } from './void-rounds.js';
import { besideYardstick } from './yardstick.js';

const RUNS = { warm: 3, sustained: 4, state: 5, paced: 6 };
/** A start that is not counted: processes compile, pools connect, groups settle. */
const WARM_SHARE = 0.2;
const PACE = 2_000;
const PROBE_EVERY = 100;
const PARTS = ['lake', 'metrics', 'postgres', 'kafka'] as const;

async function startPublisher(
  instance: BenchInstance,
  job: Pick<PublisherJob, 'events' | 'run'> & Partial<PublisherJob>,
): Promise<BenchProcess> {
  const { brokers, topicPrefix } = instance.stack;
  const publisher = startBenchProcess('./publisher.process.js', import.meta.url, {
    brokers,
    topicPrefix,
    ...job,
  } satisfies PublisherJob);
  await publisher.next('ready');
  return publisher;
}

/** Publishes and waits until everything is settled; seconds from the first send to the last figure. */
async function through(
  instance: BenchInstance,
  publisher: BenchProcess,
  events: number,
): Promise<{ seconds: number; published: Published }> {
  const state = () => pipelineState(instance.owner);
  const { folded } = await state();
  const begun = performance.now();
  publisher.send({ type: 'go' });
  const published = await publisher.next<Published>('published');
  await reached(async () => (await state()).folded, folded + events);
  await until(async () => !(await state()).unsettled);
  return { seconds: (performance.now() - begun) / 1000, published };
}

async function load(instance: BenchInstance, events: number, run: number): Promise<void> {
  if (events <= 0) return;
  await through(instance, await startPublisher(instance, { events, run }), events);
}

async function sustained(instance: BenchInstance, events: number): Promise<Measurements> {
  const publisher = await startPublisher(instance, { events, run: RUNS.sustained });
  const readings = (): CpuReading[] => PARTS.map((name) => cpuOfTree(instance.stack.process(name).pid!));
  const before = readings();
  const { seconds, published } = await through(instance, publisher, events);
  const after = readings();
  const cpu = PARTS.map((name, i) => [`${name}Cpu`, cpuBetween(before[i]!, after[i]!) / events]);
  return {
    eventsPerSecond: events / seconds,
    publishedPerSecond: events / published.seconds,
    publisherCpu: published.cpuMicroseconds / events,
    ...Object.fromEntries(cpu),
  };
}

async function freshness(instance: BenchInstance, seconds: number): Promise<Measurements> {
  const publisher = await startPublisher(instance, {
    events: PACE * seconds,
    run: RUNS.paced,
    pace: PACE,
    probeEvery: PROBE_EVERY,
  });
  const watch = watchFreshness(instance);
  publisher.send({ type: 'go' });
  const { probesAcknowledgedAt, seconds: taken } = await publisher.next<Published>('published');
  const visibleAt = await watch.visibleAt(probesAcknowledgedAt.length);
  const delays = probesAcknowledgedAt.map((at, i) => visibleAt[i]! - at);
  return {
    freshP50: percentile(delays, 0.5),
    freshP99: percentile(delays, 0.99),
    pace: (PACE * seconds) / taken,
    probes: delays.length,
  };
}

async function measure({ settings, reference, say }: Round): Promise<Measurements> {
  const { events, warmEvents, seconds, profileDirectory } = settings;
  const instance = await startBenchInstance({ profileDirectory });
  try {
    await instance.start('lake', 'metrics');
    const warm = Math.ceil(events * WARM_SHARE);
    say(`${warm} events to warm up`);
    await load(instance, warm, RUNS.warm);
    say(`${events} events from publisher to figures`);
    const {
      value: rates,
      copyRate,
      drift,
    } = await besideYardstick(instance, reference, () => sustained(instance, events));
    await load(instance, warmEvents - warm - events, RUNS.state);
    const [{ stateRows } = { stateRows: 0 }] = await instance.owner.query<{ stateRows: number }>(
      'SELECT (SELECT count(*) FROM metrics.history) + (SELECT count(*) FROM metrics.fact_row) AS "stateRows"',
    );
    say(`${PACE} events/s for ${seconds} s on ${stateRows} rows of state`);
    await instance.checkpoint();
    return { ...rates, copyRate, drift, stateRows, ...(await freshness(instance, seconds)) };
  } finally {
    await instance.stop();
  }
}

const cpuNote = (rounds: readonly Measurements[]): string =>
  `CPU-µs/event: ${[...PARTS, 'publisher'].map((name) => `${name} ${spreadOf(rounds.map((round) => round[`${name}Cpu`]!)).median.toFixed(1)}`).join(', ')}`;

function freshnessFigures(rounds: readonly Measurements[]): Figure[] {
  const last = rounds.at(-1)!;
  const note = `${Math.round(last.pace!)} events/s, ${last.stateRows} rows of history and facts, ${last.probes} probes a round, seen to ±5 ms`;
  return [
    gated('P9', 'freshness, publish acknowledged → visible in SQL, p50', {
      values: rounds.map((round) => round.freshP50!),
      unit: 'ms',
      atMost: 250,
      note,
    }),
    gated('P9', 'freshness, p99', {
      values: rounds.map((round) => round.freshP99!),
      unit: 'ms',
      atMost: 1_000,
    }),
  ];
}

/** Everything at once on one machine: publisher, Kafka, lake, metrics, PostgreSQL. */
export const endToEnd: Bench = {
  name: 'end-to-end',
  goals: ['P5', 'P9'],
  measure,
  figures: (rounds) => {
    const { valid, note } = withoutVoid(rounds);
    const rates = rounds.map((round) => round.eventsPerSecond!);
    return [
      gated('P5', 'publish → figures settled, all services', {
        values: rates,
        unit: 'events/s',
        atLeast: 12_000,
        note: cpuNote(rounds),
      }),
      figure('P5', 'the same ÷ psql COPY binary', {
        values: valid.map((round) => round.eventsPerSecond! / round.copyRate!),
        unit: '×',
        note: beside(
          note,
          'the gate is 0.35 × Debezium at its best, which is not installed here: not judged',
        ),
      }),
      ...freshnessFigures(rounds),
    ];
  },
};
