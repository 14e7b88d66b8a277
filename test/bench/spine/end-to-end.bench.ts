import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { cpuBetween, cpuOfTree, type CpuReading } from '../harness/cpu.js';
import { figure, gated } from '../harness/figure.js';
import { spreadOf } from '../harness/statistics.js';
import { load, startPublisher, through } from './pipeline-load.js';
import { beside, withoutVoid } from './void-rounds.js';
import { besideYardstick } from './yardstick.js';

const RUNS = { warm: 3, sustained: 4 };
/** A start that is not counted: processes compile, pools connect, groups settle. */
const WARM_SHARE = 0.2;
const PARTS = ['lake', 'metrics', 'postgres', 'kafka'] as const;

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

async function measure({ settings, reference, say }: Round): Promise<Measurements> {
  const { events, profileDirectory } = settings;
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
    return { ...rates, copyRate, drift };
  } finally {
    await instance.stop();
  }
}

const cpuNote = (rounds: readonly Measurements[]): string =>
  `CPU-µs/event: ${[...PARTS, 'publisher'].map((name) => `${name} ${spreadOf(rounds.map((round) => round[`${name}Cpu`]!)).median.toFixed(1)}`).join(', ')}`;

/** Everything at once on one machine: publisher, Kafka, lake, metrics, PostgreSQL. */
export const endToEnd: Bench = {
  name: 'end-to-end',
  goals: ['P5'],
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
    ];
  },
};
