import { rebuildMetrics } from '@minhai/metrics';
import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { gated, figure } from '../harness/figure.js';
import { ratios } from '../harness/statistics.js';
import { preload, watched } from './stage-run.js';

async function rebuildRate(instance: BenchInstance): Promise<number> {
  await instance.checkpoint();
  const begun = performance.now();
  const { events } = await rebuildMetrics({ databaseUrl: instance.stack.database.url('minhai_metrics') });
  return events / ((performance.now() - begun) / 1000);
}

async function measure({ settings, say }: Round): Promise<Measurements> {
  const { lakeEvents, profileDirectory } = settings;
  const instance = await startBenchInstance({ profileDirectory });
  try {
    say(`${lakeEvents} events into the lake`);
    await preload(instance, lakeEvents);
    await watched(instance, 'lake', lakeEvents, 'accepted');
    say('the metrics service folds them');
    const { eventsPerSecond } = await watched(instance, 'metrics', lakeEvents, 'folded');
    say('everything is rebuilt from the lake');
    return { foldedPerSecond: eventsPerSecond, rebuiltPerSecond: await rebuildRate(instance) };
  } finally {
    await instance.stop();
  }
}

/** Everything derived, built anew from a lake of the size that the goal names, against the fold that made it. */
export const rebuild: Bench = {
  name: 'rebuild',
  goals: ['P12'],
  measure,
  figures: (rounds, { lakeEvents }) => {
    const folded = rounds.map((round) => round.foldedPerSecond!);
    const rebuilt = rounds.map((round) => round.rebuiltPerSecond!);
    return [
      gated('P12', 'rebuild from the lake, facts and figures ÷ folding from Kafka', {
        values: ratios(rebuilt, folded),
        unit: '×',
        atLeast: 1,
        note: `${lakeEvents} events; with the exchange and its checks; its first events are counted, those of folding are not`,
      }),
      figure('P12', 'rebuild', { values: rebuilt, unit: 'events/s' }),
      figure('P12', 'metrics service folding from Kafka', { values: folded, unit: 'events/s' }),
    ];
  },
};
