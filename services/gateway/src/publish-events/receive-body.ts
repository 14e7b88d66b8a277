import type { Readable } from 'node:stream';
import { MinhaiError, RefusedError } from '@minhai/errors';
import type { ArrivalWatch } from './arrival-watch.js';
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
export function receiveBody(
  stream: Readable,
  watch: ArrivalWatch,
  onChunk: ChunkHandler,
  longestMs = Infinity,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const arrival = watch.begin(finish, longestMs);

    function finish(error?: Error): void {
      arrival.end();
      stream.off('data', take).off('end', end).off('error', failed).off('close', lost);
      if (error === undefined) resolve();
      else reject(error);
    }
    const end = (): void => finish();
    const failed = (error: Error): void => finish(error instanceof MinhaiError ? error : broken(error));
    const lost = (): void => finish(broken());

    function take(chunk: Buffer): void {
      arrival.received(chunk.length);
      try {
        const busy = onChunk(chunk);
        if (busy === undefined) return;
        stream.pause();
        arrival.pause();
        busy.then(() => {
          arrival.resume();
          stream.resume();
        }, finish);
      } catch (error) {
        stream.pause();
        finish(error as Error);
      }
    }
    stream.on('data', take).on('end', end).on('error', failed).on('close', lost);
  });
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
  new RefusedError(413, 'SIZE', `the body is larger than ${limit} bytes; send application/x-ndjson, it has no such limit`);
