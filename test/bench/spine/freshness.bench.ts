import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { figure, gated } from '../harness/figure.js';
import { percentile, ratios } from '../harness/statistics.js';
import { until } from '../harness/steady-run.js';
import { watchFreshness } from './freshness.js';
import { calendarOf } from './event-stream.js';
import { createView, viewDelays } from './materialized-view.js';
import { load, startPublisher } from './pipeline-load.js';
import { pipelineState } from './pipeline-state.js';
import type { Published } from './publisher.process.js';
import { growState, stateRowsOf } from './state-rows.js';

/** A publisher of probes takes the run after its own. */
const RUNS = { warm: 3, half: 10, one: 20, five: 30 };
const WARM_EVENTS = 20_000;
/**
 * Of the pace, before anything is counted on a size of state. Services run for days: what they compile while the pace is
 * new to them is no part of it, nor are the whole pages that PostgreSQL logs for some seconds behind the checkpoint of a
 * state just made.
 */
const WARM_SECONDS = 20;
const PACE = 2_000;
const PROBE_EVERY = 100;

/** From half of the state to ten times as much; P9 and P10 name one and five million rows. */
const SIZES = { half: 0.5, one: 1, five: 5 } as const;
type Size = keyof typeof SIZES;

type Stream = keyof typeof RUNS;

/** The streams in their order, with the events of each. */
const streams = (seconds: number): readonly (readonly [Stream, number])[] => [
  ['warm', WARM_EVENTS],
  ...Object.keys(SIZES).map((size) => [size as Size, PACE * (WARM_SECONDS + seconds)] as const),
];

/** One stream after the other, each where the one before ended: events recorded in order, as registers send them. */
function streamOf(name: Stream, seconds: number) {
  const all = streams(seconds);
  const at = all.findIndex(([stream]) => stream === name);
  const sum = (of: typeof all): number => of.reduce((total, [, events]) => total + events, 0);
  const calendar = calendarOf(sum(all), sum(all.slice(0, at)));
  return { events: all[at]![1], run: RUNS[name], calendar };
}

/** Delay of each probe behind the warm-up from Kafka's acknowledgement until the figure shows it in SQL. */
async function ourDelays(instance: BenchInstance, size: Size, seconds: number): Promise<number[]> {
  const publisher = await startPublisher(instance, {
    ...streamOf(size, seconds),
    pace: PACE,
    probeEvery: PROBE_EVERY,
  });
  const watch = watchFreshness(instance);
  publisher.send({ type: 'go' });
  const { probesAcknowledgedAt } = await publisher.next<Published>('published');
  const visibleAt = await watch.visibleAt(probesAcknowledgedAt.length);
  const delays = probesAcknowledgedAt.map((at, i) => visibleAt[i]! - at);
  return delays.slice((WARM_SECONDS * PACE) / PROBE_EVERY);
}

async function measureSize(
  instance: BenchInstance,
  size: Size,
  { settings, say }: Round,
): Promise<Measurements> {
  await growState(instance, settings.stateRows * SIZES[size]);
  await until(async () => !(await pipelineState(instance.owner)).unsettled);
  const rows = await stateRowsOf(instance);
  say(
    `${PACE} events/s for ${settings.seconds} s behind ${WARM_SECONDS} s of warm-up on ${rows} rows of state`,
  );
  await instance.checkpoint();
  const delays = await ourDelays(instance, size, settings.seconds);
  return {
    [`${size}Rows`]: rows,
    [`${size}P50`]: percentile(delays, 0.5),
    [`${size}P99`]: percentile(delays, 0.99),
  };
}

async function measureView(
  instance: BenchInstance,
  size: Size,
  { settings, say }: Round,
): Promise<Measurements> {
  const rows = settings.stateRows * SIZES[size];
  say(`a materialized view of ${rows} rows, refreshed all the time`);
  await createView(instance, rows);
  await instance.checkpoint();
  return { [`${size}View`]: percentile(await viewDelays(instance, settings.seconds), 0.99) };
}

async function measure(round: Round): Promise<Measurements> {
  const instance = await startBenchInstance({ profileDirectory: round.settings.profileDirectory });
  try {
    await instance.start('lake', 'metrics');
    const { seconds } = round.settings;
    const { events, run, calendar } = streamOf('warm', seconds);
    await load(instance, events, run, calendar);
    let measured: Measurements = {};
    for (const size of ['half', 'one', 'five'] as const)
      measured = { ...measured, ...(await measureSize(instance, size, round)) };
    await instance.halt('lake', 'metrics');
    for (const size of ['one', 'five'] as const)
      measured = { ...measured, ...(await measureView(instance, size, round)) };
    return measured;
  } finally {
    await instance.stop();
  }
}

/** How fresh figures are on little and on much state, against the loop of refreshes that others would write. */
export const freshness: Bench = {
  name: 'freshness',
  goals: ['P9', 'P10', 'P11'],
  measure,
  figures: (rounds) => {
    const values = (name: string): number[] => rounds.map((round) => round[name]!);
    const last = rounds.at(-1)!;
    const ms = (title: string, name: string) => figure('P10', title, { values: values(name), unit: 'ms' });
    return [
      gated('P9', 'freshness, publish acknowledged → visible in SQL, p50', {
        values: values('oneP50'),
        unit: 'ms',
        atMost: 250,
        note: `${PACE} events/s on ${last.oneRows} rows of history and facts, seen to ±5 ms`,
      }),
      gated('P9', 'freshness, p99', { values: values('oneP99'), unit: 'ms', atMost: 1_000 }),
      gated('P10', 'freshness p99 ÷ loop of REFRESH CONCURRENTLY, p99', {
        values: ratios(values('oneP99'), values('oneView')),
        unit: '×',
        atMost: 0.5,
        note: `${last.oneRows} rows of state; the loop has the machine to itself`,
      }),
      ms('the loop, p99', 'oneView'),
      gated('P10', 'the same with five times the state', {
        values: ratios(values('fiveP99'), values('fiveView')),
        unit: '×',
        atMost: 0.125,
        note: `${last.fiveRows} rows of state; ours ${Math.round(last.fiveP99!)} ms in the last round`,
      }),
      ms('the loop with five times the state, p99', 'fiveView'),
      gated('P11', 'freshness p99 with ten times the state ÷ with one', {
        values: ratios(values('fiveP99'), values('halfP99')),
        unit: '×',
        atMost: 1.25,
        note: `${last.fiveRows} ÷ ${last.halfRows} rows`,
      }),
    ];
  },
};
