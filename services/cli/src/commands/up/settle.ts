import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../command.js';
import { answerIfAny } from '../http-json.js';

export interface Progress {
  /** Records waiting between Kafka and the lake. */
  readonly lakeLag: number;
  /** Accepted events not folded yet. */
  readonly metricsLag: number;
  readonly settled: boolean;
}

const POLL_MS = 200;
const ANSWER_MS = 5_000;
/** A consumer learns of new records with its next fetch; one quiet look may come too early. */
const QUIET_LOOKS = 5;
/** A restart of a service, with its back-off and its place in the consumer group, fits in here several times. */
const PATIENCE_MS = 120_000;

export interface Watch {
  /** `undefined` while a service does not answer: it is restarting, which counts as not settled. */
  readonly read: () => Promise<Progress | undefined>;
  /** Told each look. */
  readonly look: (progress: Progress) => void;
  readonly signal: AbortSignal;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/**
 * Waits until nothing is under way between Kafka, the lake and the figures. Throws when the signal is aborted, and
 * CommandError when nothing has moved for two minutes.
 */
export async function waitUntilSettled({ read, look, signal, now }: Watch): Promise<void> {
  let moved = { at: now(), toGo: -1 };
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    signal.throwIfAborted();
    const progress = await read();
    if (progress) look(progress);
    quiet = progress?.settled && progress.lakeLag === 0 ? quiet + 1 : 0;
    const toGo = progress ? progress.lakeLag + progress.metricsLag : moved.toGo;
    if (toGo !== moved.toGo || quiet > 0) moved = { at: now(), toGo };
    else if (now() - moved.at > PATIENCE_MS) throw new CommandError(stuck(toGo));
    await sleep(POLL_MS);
  }
}

const stuck = (toGo: number): string =>
  `the figures do not settle: ${toGo < 0 ? 'the lake or the metrics service does not answer' : `${toGo} events to go`}, ` +
  'and nothing has moved for two minutes. Their logs say why: npx minhai logs lake, npx minhai logs metrics';

/** Asks the lake and the metrics service. `undefined` while either does not answer. */
export async function readProgress(lakeUrl: string, metricsUrl: string): Promise<Progress | undefined> {
  const [lake, metrics] = await Promise.all([
    answerIfAny<{ lag: number }>(`${lakeUrl}/health/ready`, ANSWER_MS),
    answerIfAny<{ lag: number; settled: boolean }>(`${metricsUrl}/v1/progress`, ANSWER_MS),
  ]);
  if (!lake?.ok || !metrics?.ok) return undefined;
  return { lakeLag: lake.body.lag, metricsLag: metrics.body.lag, settled: metrics.body.settled };
}
