import { setTimeout as sleep } from 'node:timers/promises';
import { cpuBetween, type CpuReading } from './cpu.js';

export interface SteadyRunOptions {
  /** How many events are done. */
  readonly done: () => Promise<number>;
  readonly target: number;
  /** CPU so far by name of the part. */
  readonly cpu: () => Promise<Readonly<Record<string, CpuReading>>>;
  /** True when nothing of the target is under way any more; the CPU of what trails behind is counted too. */
  readonly drained?: () => Promise<boolean>;
  /** Share of the target that is not counted; a fifth unless told otherwise. */
  readonly warmShare?: number;
}

export interface SteadyRun {
  readonly eventsPerSecond: number;
  /** Microseconds per event, by name of the part. */
  readonly cpuPerEvent: Readonly<Record<string, number>>;
}

/** A process that has just started compiles and connects: the first fifth is not counted. */
const WARM_SHARE = 0.2;
const LOOK_MS = 50;
const STALLED_MS = 60_000;

/** Watches work that has been started elsewhere, to its end. Throws when it makes no progress for a minute. */
export async function watchSteadyRun({
  done,
  target,
  cpu,
  drained,
  warmShare = WARM_SHARE,
}: SteadyRunOptions): Promise<SteadyRun> {
  const warm = await reached(done, target * warmShare);
  const before = await cpu();
  const end = await reached(done, target);
  if (drained) await until(drained);
  const after = await cpu();
  const events = end.count - warm.count;
  const cpuPerEvent = Object.fromEntries(
    Object.entries(after).map(([name, reading]) => [name, cpuBetween(before[name]!, reading) / events]),
  );
  return { eventsPerSecond: events / ((end.at - warm.at) / 1000), cpuPerEvent };
}

/** Polls until the count stands at `target`. Throws when it makes no progress for a minute. */
export async function reached(
  done: () => Promise<number>,
  target: number,
): Promise<{ count: number; at: number }> {
  let last = -1;
  let movedAt = performance.now();
  for (;;) {
    const count = await done();
    const at = performance.now();
    if (count >= target) return { count, at };
    if (count !== last) movedAt = at;
    if (at - movedAt > STALLED_MS)
      throw new Error(`stands at ${count} of ${target} events for ${STALLED_MS / 1000} s`);
    last = count;
    await sleep(LOOK_MS);
  }
}

/** Polls until the condition holds; throws after a minute. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + STALLED_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${STALLED_MS / 1000} s`);
    await sleep(LOOK_MS);
  }
}
