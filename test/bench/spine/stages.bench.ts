import { rebuildMetrics } from '@minhai/metrics';
import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance, type ServiceName } from '../harness/bench-instance.js';
import { gated, figure } from '../harness/figure.js';
import { ratios } from '../harness/statistics.js';
import { watchSteadyRun, type SteadyRun } from '../harness/steady-run.js';
import { eventStream } from './event-stream.js';
import { pipelineState } from './pipeline-state.js';
import { preparedRecords, sendAll } from './prepared-records.js';
import { besideYardstick } from './yardstick.js';
import { beside, withoutVoid } from './void-rounds.js';

const RUN = 1;

async function preload(instance: BenchInstance, events: number): Promise<void> {
  const producer = await instance.kafka.producer();
  await sendAll(producer, preparedRecords(eventStream(events, RUN), instance.stack.topicPrefix));
  await producer.close();
}

/** Starts a service on work that waits for it, and watches it to the end. */
async function watched(
  instance: BenchInstance,
  service: ServiceName,
  events: number,
  stage: 'accepted' | 'folded',
): Promise<SteadyRun> {
  await instance.checkpoint();
  const starting = instance.start(service);
  const state = () => pipelineState(instance.owner);
  const isDrained = {
    accepted: async () => (await state()).published === events,
    folded: async () => !(await state()).unsettled,
  };
  const steady = await watchSteadyRun({
    done: async () => (await state())[stage],
    target: events,
    cpu: async () => ({ ...(await instance.cpuOf(service)) }),
    drained: isDrained[stage],
  });
  await starting;
  await instance.halt(service);
  return steady;
}

async function rebuildRate(instance: BenchInstance): Promise<number> {
  await instance.checkpoint();
  const begun = performance.now();
  const { events } = await rebuildMetrics({ databaseUrl: instance.stack.database.url('minhai_metrics') });
  return events / ((performance.now() - begun) / 1000);
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
    say('everything is rebuilt from the lake');
    const rebuiltPerSecond = await rebuildRate(instance);
    return {
      rebuiltPerSecond,
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

/** Each stage by itself: the lake on a full intake, then the metrics service on what the lake passed on. */
export const stages: Bench = {
  name: 'stages',
  goals: ['P1', 'P6', 'P12'],
  measure,
  figures: (rounds) => {
    const { valid, note } = withoutVoid(rounds);
    const share = valid.map((round) => round.acceptedPerSecond! / round.copyRate!);
    return [
      gated('P1', 'lake acceptance from Kafka ÷ psql COPY binary', {
        values: share,
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
      gated('P6', 'lake, process and its backends', {
        values: rounds.map((round) => round.lakeCpu!),
        unit: 'CPU-µs/event',
        atMost: 25,
        note: 'with publishing to the accepted topics, until the last is acknowledged',
      }),
      figure('P6', '  of it the process', {
        values: rounds.map((round) => round.lakeProcessCpu!),
        unit: 'CPU-µs/event',
      }),
      figure('P6', '  all of PostgreSQL meanwhile', {
        values: rounds.map((round) => round.lakePostgresCpu!),
        unit: 'CPU-µs/event',
      }),
      gated('P6', 'facts and indicators, metrics process and its backends', {
        values: rounds.map((round) => round.metricsCpu!),
        unit: 'CPU-µs/event',
        atMost: 70,
        note: 'with consuming from Kafka and flushing indicators',
      }),
      figure('P6', '  of it the process', {
        values: rounds.map((round) => round.metricsProcessCpu!),
        unit: 'CPU-µs/event',
      }),
      figure('P6', '  all of PostgreSQL meanwhile', {
        values: rounds.map((round) => round.metricsPostgresCpu!),
        unit: 'CPU-µs/event',
      }),
      figure('P2', 'metrics service folding from Kafka', {
        values: rounds.map((round) => round.foldedPerSecond!),
        unit: 'events/s',
      }),
      gated('P12', 'rebuild from the lake, facts and figures ÷ folding from Kafka', {
        values: ratios(
          rounds.map((round) => round.rebuiltPerSecond!),
          rounds.map((round) => round.foldedPerSecond!),
        ),
        unit: '×',
        atLeast: 1,
        note: 'in the process of the bench, with the exchange and its checks; its first events are counted, those of folding are not',
      }),
      figure('P12', 'rebuild', { values: rounds.map((round) => round.rebuiltPerSecond!), unit: 'events/s' }),
    ];
  },
};
