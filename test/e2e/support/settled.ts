import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProgress, waitUntilSettled, type CliConfig, type Progress } from '@minhai/cli';

const PATIENCE_MS = 90_000;

/** Waits until nothing is under way between Kafka, the lake and the figures; says where it stands when that never comes. */
export async function settled(config: CliConfig): Promise<void> {
  const [lake, metrics] = [config.ports.lake, config.ports.metrics].map(
    (port) => `http://127.0.0.1:${port}`,
  ) as [string, string];
  let last: Progress | undefined;
  try {
    await waitUntilSettled({
      read: () => readProgress(lake, metrics),
      look: (progress) => (last = progress),
      signal: AbortSignal.timeout(PATIENCE_MS),
      now: () => performance.now(),
    });
  } catch (error) {
    throw new Error(`never settled: ${JSON.stringify(last)}\n${complaints(join(config.home, 'logs'))}`, {
      cause: error,
    });
  }
}

/** The last lines of every log that are no mere information. */
function complaints(logs: string): string {
  const ofFile = (file: string): string[] =>
    readFileSync(join(logs, file), 'utf8')
      .split('\n')
      .filter((line) => /"level":"(warn|error|fatal)"/.test(line))
      .slice(-4)
      .map((line) => `${file}: ${line.slice(0, 600)}`);
  return readdirSync(logs)
    .filter((file) => file.endsWith('.log'))
    .flatMap(ofFile)
    .join('\n');
}

/** Polls until `condition` holds; fails with `what` after `withinMs`. */
export async function eventually(
  what: string,
  condition: () => Promise<boolean> | boolean,
  withinMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(100);
  }
}
