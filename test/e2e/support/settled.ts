import { setTimeout as sleep } from 'node:timers/promises';
import { readProgress, waitUntilSettled, type CliConfig } from '@minhai/cli';

/** Waits until nothing is under way between Kafka, the lake and the figures; fails after two minutes. */
export async function settled(config: CliConfig): Promise<void> {
  const [lake, metrics] = [config.ports.lake, config.ports.metrics].map((port) => `http://127.0.0.1:${port}`) as [string, string];
  await waitUntilSettled(() => readProgress(lake, metrics), () => undefined, AbortSignal.timeout(120_000));
}

/** Polls until `condition` holds; fails with `what` after `withinMs`. */
export async function eventually(what: string, condition: () => Promise<boolean> | boolean, withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(100);
  }
}
