import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { startBenchProcess, type BenchProcess } from '../harness/bench-process.js';
import { cpuBetween, cpuOfEach } from '../harness/cpu.js';
import { figure, gated } from '../harness/figure.js';
import type { Figure } from '../harness/report.js';
import { ratios, spreadOf } from '../harness/statistics.js';
import type { LoadJob, LoadResult } from './http/load.process.js';
import type { ServerJob } from './http/server-job.js';

type Side = 'gateway' | 'raw';
const SIDES: readonly Side[] = ['gateway', 'raw'];
const MODULES = { gateway: './http/gateway.process.js', raw: './http/raw-server.process.js' };

/** The gateway's own defaults. */
const AS_SHIPPED = { lingerMs: 5, flushEvents: 500 };
/** A closed loop of 32 would wait for the linger and not for the server. */
const WITHOUT_LINGER = { lingerMs: 5, flushEvents: 1 };

interface Setting {
  readonly name: string;
  readonly load: Pick<LoadJob, 'connections' | 'eventsPerRequest'>;
  readonly server: Pick<ServerJob, 'lingerMs' | 'flushEvents'>;
  readonly kafka: boolean;
}

const SINGLES = { connections: 32, eventsPerRequest: 1 };
const LINES = { connections: 4, eventsPerRequest: 500 };
const SETTINGS: readonly Setting[] = [
  { name: 'singles', load: SINGLES, server: WITHOUT_LINGER, kafka: false },
  { name: 'lines', load: LINES, server: AS_SHIPPED, kafka: false },
  { name: 'singlesKafka', load: SINGLES, server: AS_SHIPPED, kafka: true },
  { name: 'linesKafka', load: LINES, server: AS_SHIPPED, kafka: true },
];
const WARM_SECONDS = 2;
const LONGEST_SECONDS = 5;

async function loaded(
  server: BenchProcess,
  job: Omit<LoadJob, 'warmSeconds'>,
): Promise<{ eventsPerSecond: number; cpu: number; loadCores: number }> {
  const load = startBenchProcess('./http/load.process.js', import.meta.url, {
    ...job,
    warmSeconds: WARM_SECONDS,
  } satisfies LoadJob);
  try {
    await load.next('warm');
    const before = cpuOfEach([server.pid]);
    const { requestsPerSecond, loadCores } = await load.next<LoadResult>('loaded');
    const spent = cpuBetween(before, cpuOfEach([server.pid]));
    const eventsPerSecond = requestsPerSecond * job.eventsPerRequest;
    return { eventsPerSecond, cpu: spent / (eventsPerSecond * job.seconds), loadCores };
  } finally {
    await load.stop();
  }
}

async function measureSide(
  instance: BenchInstance,
  side: Side,
  setting: Setting,
  seconds: number,
): Promise<Measurements> {
  const { brokers, topicPrefix, database } = instance.stack;
  const job: ServerJob = {
    brokers: setting.kafka ? brokers : null,
    topicPrefix,
    databaseUrl: database.url('minhai_gateway'),
    ...setting.server,
  };
  const server = startBenchProcess(MODULES[side], import.meta.url, job);
  const begun = performance.now();
  try {
    const { port } = await server.next<{ port: number }>('serving');
    const start = (performance.now() - begun) / 1000;
    const { eventsPerSecond, cpu, loadCores } = await loaded(server, {
      port,
      token: instance.token,
      seconds,
      ...setting.load,
    });
    const name = `${setting.name}.${side}`;
    return {
      [`${name}.rate`]: eventsPerSecond,
      [`${name}.cpu`]: cpu,
      [`${name}.load`]: loadCores,
      [`${name}.start`]: start,
    };
  } finally {
    await server.stop();
  }
}

async function measure({ settings, say, number }: Round): Promise<Measurements> {
  const instance = await startBenchInstance();
  try {
    const seconds = Math.min(settings.seconds, LONGEST_SECONDS);
    let measured: Measurements = {};
    for (const setting of SETTINGS) {
      for (const side of number % 2 === 0 ? [...SIDES].reverse() : SIDES) {
        say(`${setting.name}, ${side}`);
        measured = { ...measured, ...(await measureSide(instance, side, setting, seconds)) };
      }
    }
    return measured;
  } finally {
    await instance.stop();
  }
}

const of = (rounds: readonly Measurements[], name: string): number[] => rounds.map((round) => round[name]!);
const median = (rounds: readonly Measurements[], name: string, digits = 0): string =>
  spreadOf(of(rounds, name)).median.toFixed(digits);

/** Rates beside CPU of both sides, and how busy the load itself was. */
const detail = (rounds: readonly Measurements[], setting: string): string =>
  SIDES.map(
    (side) =>
      `${side} ${median(rounds, `${setting}.${side}.rate`)} events/s at ${median(rounds, `${setting}.${side}.cpu`, 1)} CPU-µs (load ${median(rounds, `${setting}.${side}.load`, 2)} cores)`,
  ).join(', ');

function pair(rounds: readonly Measurements[], setting: string, what: 'rate' | 'cpu'): number[] {
  return ratios(of(rounds, `${setting}.gateway.${what}`), of(rounds, `${setting}.raw.${what}`));
}

function figures(rounds: readonly Measurements[]): Figure[] {
  return [
    gated('P14', 'single POST, gateway ÷ raw node:http, Kafka stubbed for both', {
      values: pair(rounds, 'singles', 'rate'),
      unit: '×',
      atLeast: 0.5,
      note: `no linger; ${detail(rounds, 'singles')}`,
    }),
    figure('P14', 'the same with real Kafka, 5 ms linger both', {
      values: pair(rounds, 'singlesKafka', 'rate'),
      unit: '×',
      note: detail(rounds, 'singlesKafka'),
    }),
    gated('P15', 'NDJSON CPU per event, gateway ÷ raw, Kafka stubbed for both', {
      values: pair(rounds, 'lines', 'cpu'),
      unit: '×',
      atMost: 1.25,
      note: detail(rounds, 'lines'),
    }),
    figure('P15', 'the same with real Kafka', {
      values: pair(rounds, 'linesKafka', 'cpu'),
      unit: '×',
      note: detail(rounds, 'linesKafka'),
    }),
    gated('P16', 'gateway: NDJSON events ÷ single POST events, Kafka stubbed for both', {
      values: ratios(of(rounds, 'lines.gateway.rate'), of(rounds, 'singles.gateway.rate')),
      unit: '×',
      atLeast: 8,
    }),
    gated('P17', 'gateway: NDJSON events with acks of all ÷ with the producer stubbed', {
      values: ratios(of(rounds, 'linesKafka.gateway.rate'), of(rounds, 'lines.gateway.rate')),
      unit: '×',
      atLeast: 0.35,
    }),
    gated('START', 'gateway from spawn to serving, whole catalogue', {
      values: of(rounds, 'singlesKafka.gateway.start'),
      unit: 's',
      atMost: 2,
    }),
  ];
}

/** The gateway against the least that an HTTP intake can be, each in a process of its own, the load in a third. */
export const http: Bench = { name: 'http', goals: ['P14', 'P15', 'P16', 'P17', 'START'], measure, figures };
