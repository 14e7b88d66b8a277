import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bedChanged, startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';

let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  token = await gateway.token('urn:mca:*');
});
afterAll(() => gateway.stop());

const head = (...lines: string[]): string =>
  ['POST /v1/events HTTP/1.1', 'Host: minhai', `Authorization: Bearer ${token}`, ...lines, '', ''].join(
    '\r\n',
  );

/** What comes back for these bytes until the connection ends or the answer is there. */
function exchange(...writes: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(gateway.port, '127.0.0.1');
    let answer = '';
    const finish = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('data', (bytes) => {
        answer += bytes.toString('latin1');
        if (answer.includes('\r\n\r\n')) setTimeout(finish, 50);
      })
      .on('error', finish)
      .on('close', finish);
    for (const bytes of writes) socket.write(bytes);
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const JSON_TYPE = 'Content-Type: application/cloudevents+json';

describe('requests that mean two things', () => {
  it.each([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 3'], '{}'],
    ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['an unknown transfer encoding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['a folded header', ['X-A: 1', ' 2', 'Content-Length: 0'], ''],
    ['a bare carriage return in a header', ['X-A: 1\rX-B: 2', 'Content-Length: 0'], ''],
  ])('are refused: %s', async (_, lines, body) => {
    expect(statusOf(await exchange(head(JSON_TYPE, ...lines), body))).toBe(400);
  });

  it('takes headers of 16 KiB and not a byte more', async () => {
    const path = '/v1/event-types';
    const counted = [path, 'Host', 'minhai', 'X-A'].join('').length;
    const answers = [16_383, 16_384, 16_385].map((bytes) =>
      exchange(`GET ${path} HTTP/1.1\r\nHost: minhai\r\nX-A: ${'x'.repeat(bytes - counted)}\r\n\r\n`),
    );
    expect((await Promise.all(answers)).map(statusOf)).toEqual([200, 200, 431]);
  });

  it('answers 413 to a claimed length beyond the limit without waiting for the body', async () => {
    expect(statusOf(await exchange(head(JSON_TYPE, 'Content-Length: 10000000')))).toBe(413);
  });
});

describe('a sender who goes away in the middle', () => {
  const until = async (condition: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 100 && !condition(); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(condition()).toBe(true);
  };

  it('has his complete lines produced and disturbs nobody', async () => {
    const before = gateway.produced();
    const socket: Socket = connect(gateway.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(head('Content-Type: application/x-ndjson', 'Content-Length: 100000'));
    socket.write(`${JSON.stringify(bedChanged())}\n${JSON.stringify(bedChanged())}\n{"half`);
    await until(() => gateway.produced() === before + 2);
    socket.resetAndDestroy();
    const response = await fetch(`${gateway.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${token}` },
      body: JSON.stringify(bedChanged()),
    });
    expect(response.status).toBe(202);
  });

  it('costs nobody else an answer when hundreds idle', async () => {
    const idle = Array.from({ length: 300 }, () => {
      const socket = connect(gateway.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(head(JSON_TYPE, 'Content-Length: 1000000'));
      socket.write('{');
      return socket;
    });
    const response = await fetch(`${gateway.url}/v1/event-types`);
    expect(response.status).toBe(200);
    for (const socket of idle) socket.destroy();
  });
});
