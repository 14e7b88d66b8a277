import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { startBenchProcess } from '../harness/bench-process.js';
import { gated, figure } from '../harness/figure.js';
import type { Figure } from '../harness/report.js';
import { ratios } from '../harness/statistics.js';
import type { SteadyRun } from '../harness/steady-run.js';
import { ACCEPTANCE_CPU_ELSEWHERE } from './acceptance-prototype.js';
import type { Rate } from './applied-rate.js';
import type { PrototypeJob } from './prototype.process.js';
import { RECOMPUTE_CPU_ELSEWHERE } from './recompute-prototype.js';
import { preload, STAGE_RUN, watched } from './stage-run.js';
import { beside, withoutVoid } from './void-rounds.js';
import { besideYardstick } from './yardstick.js';

/** CPU-µs an event where the prototypes took what performance.md says. */
const LAKE_GATE = 25;
const FACTS_GATE = 70;

/** What the least that each stage can be takes on this machine: CPU goes by machine and by what else runs on it. */
async function prototypeCpu(
  instance: BenchInstance,
  prototype: PrototypeJob['prototype'],
  events: number,
): Promise<number> {
  const { topicPrefix, database } = instance.stack;
  await instance.checkpoint();
  const running = startBenchProcess('./prototype.process.js', import.meta.url, {
    prototype,
    ownerUrl: database.url('minhai_owner'),
    topicPrefix,
    events,
    run: STAGE_RUN,
  } satisfies PrototypeJob);
  try {
    return (await running.next<Rate>('measured')).cpuPerEvent;
  } finally {
    await running.stop();
  }
}

const cpuOf = ({ cpuPerEvent }: SteadyRun): number => cpuPerEvent.process! + cpuPerEvent.backends!;

async function measure({ settings, reference, say }: Round): Promise<Measurements> {
  const { events, profileDirectory } = settings;
  const instance = await startBenchInstance({ profileDirectory });
  try {
    say(`${events} events into the intake topics`);
    await preload(instance, events);
    say('the lake accepts them');
    const {
      value: lake,
      copyRate,
      drift,
    } = await besideYardstick(instance, reference, () => watched(instance, 'lake', events, 'accepted'));
    say('the metrics service folds them');
    const metrics = await watched(instance, 'metrics', events, 'folded');
    say('the prototypes on the same events');
    return {
      acceptanceCpu: await prototypeCpu(instance, 'acceptance', events),
      recomputeCpu: await prototypeCpu(instance, 'recompute', events),
      acceptedPerSecond: lake.eventsPerSecond,
      copyRate,
      drift,
      lakeCpu: cpuOf(lake),
      lakeProcessCpu: lake.cpuPerEvent.process!,
      lakePostgresCpu: lake.cpuPerEvent.postgres!,
      foldedPerSecond: metrics.eventsPerSecond,
      metricsCpu: cpuOf(metrics),
      metricsProcessCpu: metrics.cpuPerEvent.process!,
      metricsPostgresCpu: metrics.cpuPerEvent.postgres!,
    };
  } finally {
    await instance.stop();
  }
}

/** A gate of another machine as what it is there of the prototype: two digits, as it is stated. */
const share = (gate: number, prototype: number): number => Number((gate / prototype).toPrecision(2));

function cpuFigures(rounds: readonly Measurements[]): Figure[] {
  const values = (name: string): number[] => rounds.map((round) => round[name]!);
  const plain = (title: string, name: string, note?: string) =>
    figure('P6', title, { values: values(name), unit: 'CPU-µs/event', note });
  return [
    gated('P6', 'lake, CPU of process and backends ÷ CPU of the acceptance prototype', {
      values: ratios(values('lakeCpu'), values('acceptanceCpu')),
      unit: '×',
      atMost: share(LAKE_GATE, ACCEPTANCE_CPU_ELSEWHERE),
      note: `${LAKE_GATE} µs where the prototype takes ${ACCEPTANCE_CPU_ELSEWHERE}; with publishing to the accepted topics, until the last is acknowledged`,
    }),
    plain('lake, process and its backends', 'lakeCpu'),
    plain('  of it the process', 'lakeProcessCpu'),
    plain('  all of PostgreSQL meanwhile', 'lakePostgresCpu'),
    plain('acceptance prototype', 'acceptanceCpu'),
    gated('P6', 'facts and indicators, CPU of process and backends ÷ CPU of the recompute prototype', {
      values: ratios(values('metricsCpu'), values('recomputeCpu')),
      unit: '×',
      atMost: share(FACTS_GATE, RECOMPUTE_CPU_ELSEWHERE),
      note: `${FACTS_GATE} µs where the prototype takes ${RECOMPUTE_CPU_ELSEWHERE}; with consuming from Kafka and flushing indicators`,
    }),
    plain('facts and indicators, metrics process and its backends', 'metricsCpu'),
    plain('  of it the process', 'metricsProcessCpu'),
    plain('  all of PostgreSQL meanwhile', 'metricsPostgresCpu'),
    plain('recompute prototype', 'recomputeCpu'),
  ];
}

/** Each stage by itself: the lake on a full intake, then the metrics service on what the lake passed on. */
export const stages: Bench = {
  name: 'stages',
  goals: ['P1', 'P6'],
  measure,
  figures: (rounds) => {
    const { valid, note } = withoutVoid(rounds);
    const shares = valid.map((round) => round.acceptedPerSecond! / round.copyRate!);
    return [
      gated('P1', 'lake acceptance from Kafka ÷ psql COPY binary', {
        values: shares,
        unit: '×',
        atLeast: 0.2,
        note: beside(note, 'own publishing to the accepted topics runs along'),
      }),
      figure('P1', 'lake acceptance', {
        values: rounds.map((round) => round.acceptedPerSecond!),
        unit: 'events/s',
      }),
      figure('P1', 'psql COPY binary of the reference rows', {
        values: rounds.map((round) => round.copyRate!),
        unit: 'rows/s',
      }),
      ...cpuFigures(rounds),
      figure('P2', 'metrics service folding from Kafka', {
        values: rounds.map((round) => round.foldedPerSecond!),
        unit: 'events/s',
      }),
    ];
  },
};
