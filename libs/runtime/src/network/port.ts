import { createServer, type AddressInfo } from 'node:net';

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

/** Another program sits on a port we need. The message says which port and what to do. */
export class PortInUseError extends Error {
  constructor(
    readonly program: string,
    readonly port: number,
  ) {
    super(
      `port ${port} (${program}) is in use by another program. Stop that program, or move all of Minhai's ports: ` +
        `MINHAI_PORT_BASE=<number> (default 7300; every port is this base plus a fixed offset).`,
    );
    this.name = 'PortInUseError';
  }
}

/** Throws PortInUseError unless the port is free. */
export async function requireFreePort(program: string, port: number): Promise<void> {
  if (!(await isPortFree(port))) throw new PortInUseError(program, port);
}

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
