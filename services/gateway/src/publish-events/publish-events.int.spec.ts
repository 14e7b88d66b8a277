import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bedChanged,
  ndjson,
  startGatewayUnderTest,
  type GatewayUnderTest,
} from '../gateway-under-test.spec.js';

const ONE = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
const LINES = 'application/x-ndjson';
const MIB = 1024 * 1024;

let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ NDJSON_LINES: '3000' });
  token = await gateway.token('urn:mca:310105:*');
});
afterAll(() => gateway.stop());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

async function publish(
  contentType: string | undefined,
  body: string | Buffer,
  more: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${gateway.url}/v1/events`, {
    method: 'POST',
    headers: {
      ...(contentType && { 'content-type': contentType }),
      authorization: `Bearer ${token}`,
      ...more,
    },
    body: body as string,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('POST /v1/events with one event', () => {
  it('answers 202 after Kafka has it', async () => {
    const before = gateway.produced();
    const { status, body } = await publish(ONE, JSON.stringify(bedChanged()));
    expect({ status, body }).toEqual({ status: 202, body: { accepted: 1, refused: [] } });
    expect(gateway.produced()).toBe(before + 1);
  });

  it('refuses a wrong event with its code, the field and its id', async () => {
    const event = bedChanged({ streetid: '310118001' });
    const before = gateway.produced();
    const { status, headers, body } = await publish(ONE, JSON.stringify(event));
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ code: 'REGION', pointer: '/streetid', id: event['id'] });
    expect(gateway.produced()).toBe(before);
  });

  it.each([
    ['{"specversion": "1.0", ', 'JSON_SYNTAX'],
    ['{"id": "a", "id": "b"}', 'JSON_DUP_KEY'],
    ['['.repeat(10_000) + ']'.repeat(10_000), 'JSON_DEPTH'],
    ['', 'JSON_SYNTAX'],
  ])('refuses %.20j as %s', async (text, code) => {
    const { status, body } = await publish(ONE, text);
    expect(status).toBe(400);
    expect(body.code).toBe(code);
  });

  it('refuses GBK bytes as ENCODING and keeps prototypes clean', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"id":"'),
      Buffer.from([0xb3, 0xa4, 0xc4, 0xfe]),
      Buffer.from('"}'),
    ]);
    expect((await publish(ONE, gbk)).body.code).toBe('ENCODING');
    const hostile = JSON.stringify(bedChanged()).replace('"data":{', '"data":{"__proto__":{"polluted":1},');
    expect((await publish(ONE, hostile)).status).toBe(400);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('takes a body of exactly 1 MiB and refuses one byte more with 413', async () => {
    const json = JSON.stringify(bedChanged());
    expect((await publish(ONE, json.padEnd(MIB - 1))).status).toBe(202);
    expect((await publish(ONE, JSON.stringify(bedChanged()).padEnd(MIB))).status).toBe(202);
    const { status, body } = await publish(ONE, json.padEnd(MIB + 1));
    expect(status).toBe(413);
    expect(body.code).toBe('SIZE');
  });

  it('refuses 10 MB sent in chunks without a length', async () => {
    const chunk = new Uint8Array(MIB).fill(32);
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent++ < 10) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const response = await fetch(`${gateway.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': ONE, authorization: `Bearer ${token}` },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });
});

describe('POST /v1/events with a batch', () => {
  it('takes the good ones and says which were not', async () => {
    const wrong = bedChanged({ type: 'cn.gov.mca.nothing.happened' });
    const { status, body } = await publish(
      BATCH,
      `[${JSON.stringify(bedChanged())}, ${JSON.stringify(wrong)}, {broken}, ${JSON.stringify(bedChanged())}]`,
    );
    expect(status).toBe(202);
    expect(body.accepted).toBe(2);
    expect(body.refused).toEqual([
      { line: 2, id: wrong['id'], code: 'TYPE_UNKNOWN', pointer: '/type', message: expect.any(String) },
      { line: 3, id: null, code: 'JSON_SYNTAX', pointer: expect.any(String), message: expect.any(String) },
    ]);
  });

  it('answers 400 with every reason when none was taken', async () => {
    const { status, body } = await publish(BATCH, JSON.stringify([{}, bedChanged({ regionid: '999999' })]));
    expect(status).toBe(400);
    expect(body.accepted).toBe(0);
    expect(body.refused.map(({ line }: { line: number }) => line)).toEqual([1, 2]);
  });

  it.each(['[]', '{}', 'null'])('refuses %s', async (text) => {
    expect(await publish(BATCH, text)).toMatchObject({ status: 400, body: { code: 'BODY' } });
  });
});

describe('POST /v1/events with NDJSON', () => {
  it('judges each line alone and keeps the good ones', async () => {
    const before = gateway.produced();
    const lines = Array.from({ length: 1000 }, (_, index) => (index % 10 === 9 ? '{"half": ' : bedChanged()));
    const { status, body } = await publish(LINES, ndjson(lines));
    expect(status).toBe(202);
    expect(body.accepted).toBe(900);
    expect(body.refused).toHaveLength(100);
    expect(body.refused[0]).toMatchObject({ line: 10, code: 'JSON_SYNTAX' });
    expect(gateway.produced()).toBe(before + 900);
  });

  it('takes gzip', async () => {
    const packed = gzipSync(ndjson([bedChanged(), bedChanged()]));
    expect(await publish(LINES, packed, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 202,
      body: { accepted: 2 },
    });
  });

  it('refuses a line beyond 1 MiB and keeps its neighbours', async () => {
    const { status, body } = await publish(
      LINES,
      ndjson([bedChanged(), `"${'x'.repeat(MIB - 1)}"`, bedChanged()]),
    );
    expect(status).toBe(202);
    expect(body.accepted).toBe(2);
    expect(body.refused).toEqual([
      { line: 2, id: null, code: 'SIZE', pointer: '', message: expect.any(String) },
    ]);
  });

  it('stops a gzip bomb with 413 and says what was taken before', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from(`${JSON.stringify(bedChanged())}\n`), Buffer.alloc(64 * MIB, ' ')]),
    );
    const before = process.memoryUsage().rss;
    const { status, body } = await publish(LINES, bomb, { 'content-encoding': 'gzip' });
    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'INFLATE', accepted: 1 });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MIB);
  });

  it('refuses bytes that are not gzip although they claim to be', async () => {
    expect(await publish(LINES, 'plain', { 'content-encoding': 'gzip' })).toMatchObject({
      status: 400,
      body: { code: 'BODY' },
    });
  });

  it('stops at the line limit with 413; what came before is safe and said so', async () => {
    const { status, body } = await publish(
      LINES,
      `${ndjson([bedChanged(), bedChanged()])}${'\n'.repeat(3000)}{}`,
    );
    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'SIZE', accepted: 2 });
  });

  it('refuses an empty stream', async () => {
    expect(await publish(LINES, '\n\n')).toMatchObject({ status: 400, body: { code: 'BODY' } });
  });
});

describe('who may publish', () => {
  it.each([
    ['no credential', {}],
    ['another scheme', { authorization: 'Basic abc' }],
    ['an unknown token', { authorization: `Bearer mhk_${'A'.repeat(43)}` }],
    ['nonsense', { authorization: 'Bearer x' }],
  ])('answers 401 to %s, and reads nothing', async (_, headers) => {
    const response = await fetch(`${gateway.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': ONE, ...(headers as Record<string, string>) },
      body: JSON.stringify(bedChanged()),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('answers 403 for a source the credential is not bound to; in a batch, for that event alone', async () => {
    const foreign = bedChanged({
      source: 'urn:mca:310118:eldercare',
      regionid: '310118',
      streetid: '310118001',
    });
    expect(await publish(ONE, JSON.stringify(foreign))).toMatchObject({
      status: 403,
      body: { code: 'SOURCE_NOT_ALLOWED', pointer: '/source' },
    });
    const { status, body } = await publish(LINES, ndjson([bedChanged(), foreign]));
    expect(status).toBe(202);
    expect(body.refused).toMatchObject([{ line: 2, id: foreign['id'], code: 'SOURCE_NOT_ALLOWED' }]);
  });

  it('knows a new credential at once and forgets a revoked one within seconds', async () => {
    const shortLived = await gateway.token('urn:mca:310105:eldercare');
    const ask = (): Promise<Answer> =>
      publish(ONE, JSON.stringify(bedChanged()), { authorization: `Bearer ${shortLived}` });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await ask()).status).toBe(202);
    await gateway.revoke(shortLived);
    await expect(
      (async () => {
        for (let tries = 0; tries < 70; tries++) {
          if ((await ask()).status === 401) return tries;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        throw new Error('still let in');
      })(),
    ).resolves.toBeGreaterThanOrEqual(0);
  });

  it('writes neither tokens nor payloads to the log', async () => {
    await publish(ONE, JSON.stringify(bedChanged({ subject: 'canary-310105199001011234' })));
    expect(gateway.logged()).not.toContain(token);
    expect(gateway.logged()).not.toContain('canary-');
    expect(gateway.logged()).not.toContain('chn-inst-');
  });
});

describe('what is sent how', () => {
  it.each([
    undefined,
    'application/json',
    'text/plain',
    'application/cloudevents+json; charset=gbk',
    'application/x-www-form-urlencoded',
  ])('answers 415 to content type %s', async (contentType) => {
    expect(await publish(contentType, Buffer.from('{}'))).toMatchObject({
      status: 415,
      body: { code: 'MEDIA_TYPE' },
    });
  });

  it.each([
    [LINES, 'br'],
    [ONE, 'gzip'],
  ])('answers 415 to %s with content encoding %s', async (contentType, encoding) => {
    expect(await publish(contentType, '{}', { 'content-encoding': encoding })).toMatchObject({ status: 415 });
  });
});
