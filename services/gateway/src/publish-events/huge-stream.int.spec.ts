import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bedChanged, startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';

const MIB = 1024 * 1024;
let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ NDJSON_BYTES: String(200 * MIB) });
  token = await gateway.token('urn:mca:*');
});
afterAll(() => gateway.stop());

/** Sends the pieces as fast as the gateway takes them. */
function stream(pieces: Iterable<Buffer>): Promise<{ status: number; body: any }> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${gateway.url}/v1/events`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, body: JSON.parse(text) }));
      },
    ).on('error', reject);
    const iterator = pieces[Symbol.iterator]();
    const next = (): void => {
      for (let piece = iterator.next(); !piece.done; piece = iterator.next()) {
        if (!sending.write(piece.value)) return void sending.once('drain', next);
      }
      sending.end();
    };
    next();
  });
}

function* repeated(piece: Buffer, times: number): Generator<Buffer> {
  for (let i = 0; i < times; i++) yield piece;
}

describe('a huge NDJSON stream', () => {
  it('of one endless line is refused as that line, in constant memory', async () => {
    const before = process.memoryUsage().rss;
    const { status, body } = await stream([
      Buffer.from(`${JSON.stringify(bedChanged())}\n`),
      ...repeated(Buffer.alloc(MIB, 'x'), 150),
      Buffer.from(`\n${JSON.stringify(bedChanged())}`),
    ]);
    expect(status).toBe(202);
    expect(body.accepted).toBe(2);
    expect(body.refused).toMatchObject([{ line: 2, code: 'SIZE' }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * MIB);
  });

  it('of many bad lines lists as many as fit and counts all', async () => {
    const { status, body } = await stream([
      Buffer.from(`${JSON.stringify(bedChanged())}\n`),
      ...repeated(Buffer.from('{}\n'.repeat(1_000)), 12),
    ]);
    expect(status).toBe(202);
    expect(body.accepted).toBe(1);
    expect(body.refused).toHaveLength(10_000);
    expect(body.refusedTotal).toBe(12_000);
  });

  it('beyond the size limit ends with 413 and what was taken', async () => {
    const { status, body } = await stream([
      Buffer.from(`${JSON.stringify(bedChanged())}\n`),
      ...repeated(Buffer.alloc(MIB, 'x'), 201),
    ]);
    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'SIZE', accepted: 1 });
  });
});
