import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { cpuBetween, cpuOfTree, type CpuReading } from '../harness/cpu.js';
import { figure } from '../harness/figure.js';
import { spreadOf } from '../harness/statistics.js';
import { measurePeer } from './debezium/debezium-peer.js';
import { PeerUnavailableError } from './debezium/install-peer.js';
import { peerFigures } from './debezium/peer-figures.js';
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

/** What the peer measured; nothing, and the reason told, where it cannot be had. */
async function peerBeside(instance: BenchInstance, { settings, say }: Round): Promise<Measurements> {
  await instance.halt('lake', 'metrics');
  try {
    return await measurePeer(instance, settings.events, say);
  } catch (error) {
    if (!(error instanceof PeerUnavailableError)) throw error;
    say(`P5 IS NOT JUDGED in this round. ${error.message}`);
    return {};
  }
}

async function measure(round: Round): Promise<Measurements> {
  const { settings, reference, say } = round;
  const { events, profileDirectory } = settings;
  const instance = await startBenchInstance({ profileDirectory });
  try {
    await instance.start('lake', 'metrics');
    const warm = Math.ceil(events * WARM_SHARE);
    say(`${warm} events to warm up`);
    await load(instance, warm, RUNS.warm);
    say(`${events} events from publisher to figures`);
    const { value, copyRate, drift } = await besideYardstick(instance, reference, async () => ({
      ...(await sustained(instance, events)),
      ...(await peerBeside(instance, round)),
    }));
    return { ...value, copyRate, drift };
  } finally {
    await instance.stop();
  }
}

const cpuNote = (rounds: readonly Measurements[]): string =>
  `CPU-µs/event: ${[...PARTS, 'publisher'].map((name) => `${name} ${spreadOf(rounds.map((round) => round[`${name}Cpu`]!)).median.toFixed(1)}`).join(', ')}`;

/** Everything at once on one machine: publisher, Kafka, lake, metrics, PostgreSQL; then Debezium on the same. */
export const endToEnd: Bench = {
  name: 'end-to-end',
  goals: ['P5'],
  measure,
  figures: (rounds) => {
    const { valid, note } = withoutVoid(rounds);
    return [
      ...peerFigures(rounds, { valid, note }),
      figure('P5', 'publish → figures settled, all services', {
        values: rounds.map((round) => round.eventsPerSecond!),
        unit: 'events/s',
        note: beside('the goals ask for 12,000 on the machine they were set on', cpuNote(rounds)),
      }),
      figure('P5', 'the same ÷ psql COPY binary', {
        values: valid.map((round) => round.eventsPerSecond! / round.copyRate!),
        unit: '×',
        note,
      }),
    ];
  },
};
