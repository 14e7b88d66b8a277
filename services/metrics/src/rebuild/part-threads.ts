import { Worker } from 'node:worker_threads';
import { CrashError, RetryableError } from '@minhai/errors';
import type { PartPool, RebuildOrder, RebuildPart } from '@minhai/facts/store';

export interface ThreadSetup {
  readonly databaseUrl: string;
  readonly order: RebuildOrder;
}

export type ThreadAnswer =
  /** A transaction with so many events has committed. */
  | { readonly kind: 'written'; readonly events: number }
  | { readonly kind: 'done' }
  /** The error comes as a copy: message and trace, not its class. */
  | { readonly kind: 'failed'; readonly retry: boolean; readonly error: Error };

/** Three semi-spaces of 64 MB, as the services are started with. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

const THREAD = new URL('./part.thread.js', import.meta.url);

/** Parts of a rebuild in threads of their own: folding, not PostgreSQL, is what a rebuild waits for. */
export class PartThreads implements PartPool {
  private readonly idle: Worker[];
  private readonly all: readonly Worker[];

  constructor(
    readonly size: number,
    setup: ThreadSetup,
  ) {
    this.all = Array.from({ length: size }, () => new Worker(THREAD, { workerData: setup, resourceLimits }));
    this.idle = [...this.all];
  }

  async run(part: RebuildPart, done: (events: number) => void): Promise<void> {
    const thread = this.idle.pop();
    if (!thread) throw new RangeError(`more than ${this.size} parts at once`);
    await inThread(thread, part, done);
    this.idle.push(thread);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((thread) => thread.terminate()));
  }
}

/** One part. A thread that ends meanwhile fails with what it said, or as a crash. */
function inThread(thread: Worker, part: RebuildPart, done: (events: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: unknown): void => {
      thread.off('message', onMessage).off('error', settle).off('exit', onExit);
      if (error === undefined) resolve();
      else reject(error as Error);
    };
    const onExit = (): void =>
      settle(new CrashError('HANDLER_ERROR', 'a thread of the rebuild ended before its part'));
    const onMessage = (answer: ThreadAnswer): void => {
      try {
        if (answer.kind === 'written') done(answer.events);
        else settle(answer.kind === 'done' ? undefined : failure(answer));
      } catch (error) {
        settle(error);
      }
    };
    thread.on('message', onMessage).on('error', settle).on('exit', onExit);
    thread.postMessage(part);
  });
}

const failure = ({ retry, error }: Extract<ThreadAnswer, { kind: 'failed' }>): Error =>
  retry
    ? new RetryableError('UNAVAILABLE', error.message, { cause: error })
    : new CrashError('HANDLER_ERROR', error.message, { cause: error });
