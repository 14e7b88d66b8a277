import type { Readable } from 'node:stream';
import { MinhaiError, RefusedError } from '@minhai/errors';
import type { Arrival, ArrivalWatch } from './arrival-watch.js';
import { GrowingBuffer } from './growing-buffer.js';
import type { MemoryBudget } from './memory-budget.js';

/** What all bodies of a process share. */
export interface Reception {
  readonly watch: ArrivalWatch;
  readonly budget: MemoryBudget;
}

/** May return a promise: no further chunk is read before it resolves. */
export type ChunkHandler = (chunk: Buffer) => void | Promise<void>;

/**
 * Feeds a request body to `onChunk` without ever holding more than one chunk. Rejects with what `onChunk` throws,
 * when the sender goes away, and when he is slower than the watch allows. Leaves the rest unread then.
 */
export const receiveBody = (
  stream: Readable,
  watch: ArrivalWatch,
  onChunk: ChunkHandler,
  longestMs = Infinity,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const receiver = new BodyReceiver(stream, onChunk, (error) =>
      error === undefined ? resolve() : reject(error),
    );
    receiver.start(watch.begin((error) => receiver.finish(error), longestMs));
  });

class BodyReceiver {
  private arrival!: Arrival;
  private isBusy = false;
  private ending: (() => void) | undefined;

  constructor(
    private readonly stream: Readable,
    private readonly onChunk: ChunkHandler,
    private readonly done: (error?: Error) => void,
  ) {}

  start(arrival: Arrival): void {
    this.arrival = arrival;
    this.stream.on('data', this.take).on('end', this.end).on('error', this.fail).on('close', this.lose);
  }

  /** Never reported while the handler is busy: a stream may end, or break, with a chunk in hand. */
  finish(error?: Error): void {
    this.arrival.end();
    this.stream.off('data', this.take).off('end', this.end).off('error', this.fail).off('close', this.lose);
    this.ending = () => this.done(error);
    if (!this.isBusy) this.ending();
  }

  private readonly end = (): void => this.finish();
  private readonly lose = (): void => this.finish(broken());
  private readonly fail = (error: Error): void =>
    this.finish(error instanceof MinhaiError ? error : broken(error));

  private readonly take = (chunk: Buffer): void => {
    this.arrival.received(chunk.length);
    try {
      const busy = this.onChunk(chunk);
      if (busy !== undefined) this.waitFor(busy);
    } catch (error) {
      this.stream.pause();
      this.finish(error as Error);
    }
  };

  private waitFor(busy: Promise<void>): void {
    this.isBusy = true;
    this.stream.pause();
    this.arrival.pause();
    busy.then(() => this.goOn(), this.goOn);
  }

  private readonly goOn = (error?: Error): void => {
    this.isBusy = false;
    if (error !== undefined) return this.finish(error);
    if (this.ending !== undefined) return this.ending();
    this.arrival.resume();
    this.stream.resume();
  };
}

/** The sender hung up, or sent bytes that do not unpack. */
const broken = (cause?: Error): RefusedError =>
  Object.assign(new RefusedError(400, 'BODY', 'the body ended early or could not be unpacked'), { cause });

/** The whole body, of at most `bytes` bytes and within `longestMs`. */
export async function receiveWholeBody(
  stream: Readable,
  limits: { readonly bytes: number; readonly longestMs: number },
  { watch, budget }: Reception,
): Promise<Buffer> {
  const rest = new GrowingBuffer(budget);
  let first: Buffer | undefined;
  let length = 0;
  try {
    const collect = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > limits.bytes) throw tooLarge(limits.bytes);
      if (first === undefined) {
        first = chunk;
        return;
      }
      if (rest.length === 0) rest.append(first);
      rest.append(chunk);
    };
    await receiveBody(stream, watch, collect, limits.longestMs);
    return rest.length > 0 ? rest.view() : (first ?? Buffer.alloc(0));
  } finally {
    rest.release();
  }
}

export const tooLarge = (limit: number): RefusedError =>
  new RefusedError(
    413,
    'SIZE',
    `the body is larger than ${limit} bytes; send application/x-ndjson, it has no such limit`,
  );
