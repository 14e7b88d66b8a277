import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { httpLimits } from './http-limits.js';

let server: FastifyInstance;
let port: number;

beforeAll(async () => {
  server = fastify(httpLimits({ headerBytes: 1_000, headersTimeoutMs: 400 }));
  server.get('/', () => 'here');
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => server.close());

/** Status of the answer once the connection has ended, and how long that took. */
function exchange(
  ...writes: readonly (readonly [text: string, afterMs: number])[]
): Promise<[number, number]> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket
      .on('data', (bytes) => (answer += bytes.toString('latin1')))
      .on('close', () => resolve([Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), performance.now() - began]))
      .on('error', reject);
    for (const [text, afterMs] of writes) setTimeout(() => socket.write(text), afterMs);
  });
}

const HEAD = 'GET / HTTP/1.1\r\nHost: minhai\r\nConnection: close\r\n';
const COUNTED = ['/', 'Host', 'minhai', 'Connection', 'close', 'X-A'].join('').length;

describe('the head of a request', () => {
  it('may be as large as the limit and no larger', async () => {
    const statuses = await Promise.all(
      [999, 1_000, 1_001].map((bytes) => exchange([`${HEAD}X-A: ${'x'.repeat(bytes - COUNTED)}\r\n\r\n`, 0])),
    );
    expect(statuses.map(([status]) => status)).toEqual([200, 200, 431]);
  });

  it('that trickles in is waited for until the limit, and at the next look ended', async () => {
    const [inTime, never] = await Promise.all([exchange([HEAD, 0], ['\r\n', 200]), exchange([HEAD, 0])]);
    expect([inTime[0], never[0]]).toEqual([200, 408]);
    expect(never[1]).toBeGreaterThan(400);
  });
});
