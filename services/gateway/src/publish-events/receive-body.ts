import type { Readable } from 'node:stream';
import { RefusedError } from '@minhai/errors';
import type { ArrivalWatch } from './arrival-watch.js';
import { GrowingBuffer } from './growing-buffer.js';
import type { MemoryBudget } from './memory-budget.js';

/** May return a promise: no further chunk is read before it resolves. */
export type ChunkHandler = (chunk: Buffer) => void | Promise<void>;

/**
 * Feeds a request body to `onChunk` without ever holding more than one chunk. Rejects with what `onChunk` throws,
 * when the sender goes away, and when he is slower than the watch allows. Leaves the rest unread then.
 */
export function receiveBody(stream: Readable, watch: ArrivalWatch, onChunk: ChunkHandler): Promise<void> {
  return new Promise((resolve, reject) => {
    const arrival = watch.begin(finish);

    function finish(error?: Error): void {
      arrival.end();
      stream.off('data', take).off('end', end).off('error', finish).off('close', lost);
      if (error === undefined) resolve();
      else reject(error);
    }
    const end = (): void => finish();
    const lost = (): void => finish(new RefusedError(400, 'BODY', 'the connection closed before the body was complete'));

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
    stream.on('data', take).on('end', end).on('error', finish).on('close', lost);
  });
}

/** The whole body, of at most `limit` bytes. */
export async function receiveWholeBody(
  stream: Readable,
  limit: number,
  { watch, budget }: { watch: ArrivalWatch; budget: MemoryBudget },
): Promise<Buffer> {
  const rest = new GrowingBuffer(budget);
  let first: Buffer | undefined;
  let length = 0;
  try {
    await receiveBody(stream, watch, (chunk) => {
      length += chunk.length;
      if (length > limit) throw tooLarge(limit);
      if (first === undefined) {
        first = chunk;
        return;
      }
      if (rest.length === 0) rest.append(first);
      rest.append(chunk);
    });
    return rest.length > 0 ? Buffer.from(rest.view()) : (first ?? Buffer.alloc(0));
  } finally {
    rest.release();
  }
}

export const tooLarge = (limit: number): RefusedError =>
  new RefusedError(413, 'SIZE', `the body is larger than ${limit} bytes; send application/x-ndjson, it has no such limit`);
