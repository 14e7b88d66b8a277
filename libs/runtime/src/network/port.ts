import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOPBACK = '127.0.0.1';

/** A loopback port nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  return listenBriefly(0);
}

/** True when the loopback port can be taken now. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await listenBriefly(port);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    throw error;
  }
}

/** A port and what is to listen on it. */
export interface WantedPort {
  readonly program: string;
  readonly port: number;
}

/** Other programs sit on ports we need. The message says which, all at once, and what to do. */
export class PortInUseError extends Error {
  constructor(readonly taken: readonly WantedPort[]) {
    const named = taken.map(({ program, port }) => `port ${port} (${program}) is in use by another program`);
    super(
      `${named.join('; ')}. Stop it, or move all of Minhai's ports: ` +
        `MINHAI_PORT_BASE=<number> (default 7300; every port is this base plus a fixed offset).`,
    );
    this.name = 'PortInUseError';
  }
}

const PATIENCE_MS = 3_000;

/**
 * Throws PortInUseError naming every port that is not free. Waits a moment for them: what an instance that was killed
 * leaves behind, and connections that happen to go out from a port of ours, are gone soon.
 */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const free = await Promise.all(wanted.map(({ port }) => isPortFree(port)));
    const taken = wanted.filter((_, i) => !free[i]);
    if (taken.length === 0) return;
    if (performance.now() > deadline) throw new PortInUseError(taken);
    await sleep(100);
  }
}

/** Throws PortInUseError unless the port is free. */
export const requireFreePort = (program: string, port: number): Promise<void> =>
  requireFreePorts([{ program, port }]);

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}
