import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 16 * 1024 * 1024;
const LONGEST_MS = 5_000;

/**
 * Lets a sender who was refused half-way finish, so that he reads the answer instead of a reset connection;
 * cuts him off when he keeps on sending.
 */
export function discardBody(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let bytes = 0;
  const cut = (): void => void request.destroy();
  const timer = setTimeout(cut, LONGEST_MS).unref();
  request
    .on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) cut();
    })
    .on('close', () => clearTimeout(timer))
    // A sender who resets the connection here has his answer already; there is nobody left to tell.
    .on('error', () => clearTimeout(timer))
    .resume();
}
