import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@minhai/postgres';
import type { BenchInstance } from '../harness/bench-instance.js';

/** The figure that probes move, each by one, and nothing else does. */
const PROBED = `SELECT v.value FROM gold.indicator_value v
  WHERE v.indicator_id = 'qpu-socialorgs' AND v.region = '310118' AND v.period_end = '2019-01-31'`;
const LOOK_MS = 5;
const LATEST_MS = 30_000;

/** Watches the figure as an analyst would. */
export interface FreshnessWatch {
  /** When each probe had become visible, epoch ms; waits for `probes` of them. Throws when one does not come. */
  visibleAt(probes: number): Promise<readonly number[]>;
}

export function watchFreshness(instance: BenchInstance): FreshnessWatch {
  const database = openDatabase({
    url: instance.stack.database.url('analyst'),
    applicationName: 'bench-analyst',
    maxConnections: 1,
  });
  const seen: number[] = [];
  let stopped = false;
  const valueNow = async (): Promise<number> => {
    const [row] = await database.prepared<{ value: string }>({ name: 'bench.probed', text: PROBED }, []);
    return Number(row?.value ?? 0);
  };
  const watching = (async () => {
    const before = await valueNow();
    while (!stopped) {
      const value = await valueNow();
      const at = performance.timeOrigin + performance.now();
      while (seen.length < value - before) seen.push(at);
      await sleep(LOOK_MS);
    }
    await database.close();
  })();
  return {
    async visibleAt(probes) {
      const deadline = performance.now() + LATEST_MS;
      while (seen.length < probes && performance.now() < deadline) await sleep(LOOK_MS);
      stopped = true;
      await watching;
      if (seen.length < probes)
        throw new Error(`${probes - seen.length} of ${probes} probes never became visible`);
      return seen;
    },
  };
}
