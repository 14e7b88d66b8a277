import { setTimeout as sleep } from 'node:timers/promises';

export interface Progress {
  /** Records waiting between Kafka and the lake. */
  readonly lakeLag: number;
  /** Accepted events not folded yet. */
  readonly metricsLag: number;
  readonly settled: boolean;
}

const POLL_MS = 200;
/** A consumer learns of new records with its next fetch; one quiet look may come too early. */
const QUIET_LOOKS = 5;

/**
 * Waits until nothing is under way between Kafka, the lake and the figures. Tells each look to `look`.
 * A service that is restarting counts as not settled. Throws when the signal is aborted.
 */
export async function waitUntilSettled(
  read: () => Promise<Progress | undefined>,
  look: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    signal.throwIfAborted();
    const progress = await read();
    if (progress) look(progress);
    quiet = progress?.settled && progress.lakeLag === 0 ? quiet + 1 : 0;
    await sleep(POLL_MS);
  }
}

/** Asks the lake and the metrics service. `undefined` while either does not answer. */
export async function readProgress(lakeUrl: string, metricsUrl: string): Promise<Progress | undefined> {
  const [lake, metrics] = await Promise.all([
    getJson<{ lag: number }>(`${lakeUrl}/health/ready`),
    getJson<{ lag: number; settled: boolean }>(`${metricsUrl}/v1/progress`),
  ]);
  if (!lake || !metrics) return undefined;
  return { lakeLag: lake.lag, metricsLag: metrics.lag, settled: metrics.settled };
}

async function getJson<T>(url: string): Promise<T | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined; // it is being restarted; the supervisor has said so
  }
}
