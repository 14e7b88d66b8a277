import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RefusedError } from '@minhai/errors';

export interface InflateLimits {
  /** Up to here any ratio is fine: small honest files compress well. */
  readonly freeBytes: number;
  readonly maxRatio: number;
}

/**
 * The gunzipped stream. It fails with INFLATE once more than `freeBytes` came out and they are more than
 * `maxRatio` times what went in; zlib hands out 16 KiB at a time, so a bomb never exists in memory.
 */
export function inflate(source: Readable, limits: InflateLimits): Readable {
  const gunzip = createGunzip();
  let compressed = 0;
  let inflated = 0;
  const count = (chunk: Buffer): void => void (compressed += chunk.length);
  source.on('data', count);
  source.on('close', () => {
    if (!source.readableEnded) gunzip.destroy();
  });
  gunzip.on('data', (chunk: Buffer) => {
    inflated += chunk.length;
    if (inflated > limits.freeBytes && inflated > compressed * limits.maxRatio) {
      gunzip.destroy(new RefusedError(413, 'INFLATE'));
    }
  });
  // The reader hears errors while it reads; one that comes after it has stopped concerns nobody.
  gunzip.on('error', () => source.unpipe(gunzip));
  return source.pipe(gunzip);
}
