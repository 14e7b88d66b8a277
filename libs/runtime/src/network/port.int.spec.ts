import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, PortInUseError, requireFreePorts } from './port.js';

const occupied: Server[] = [];

async function occupy(): Promise<number> {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  occupied.push(server);
  return port;
}

describe('ports an instance needs', () => {
  afterEach(() => Promise.all(occupied.splice(0).map((server) => server.close())));

  it('given two of three are taken, then both are named at once with the way out', async () => {
    const [gateway, lake, metrics] = [await occupy(), await occupy(), await freePort()];
    const wanted = [
      { program: 'gateway', port: gateway },
      { program: 'lake', port: lake },
      { program: 'metrics', port: metrics },
    ];
    const refusal = await requireFreePorts(wanted).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PortInUseError);
    expect((refusal as PortInUseError).taken).toEqual(wanted.slice(0, 2));
    expect((refusal as Error).message).toMatch(
      new RegExp(`port ${gateway} \\(gateway\\).*port ${lake} \\(lake\\).*MINHAI_PORT_BASE`),
    );
  });

  it('given all are free, then nothing is said', async () => {
    await expect(requireFreePorts([{ program: 'lake', port: await freePort() }])).resolves.toBeUndefined();
  });
});
