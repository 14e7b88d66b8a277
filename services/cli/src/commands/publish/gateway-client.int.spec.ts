import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GatewayClient } from './gateway-client.js';
import { HttpPublisher } from './http-publisher.js';

let server: Server;
afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

type Answer = (body: string, request: IncomingMessage) => { status: number; body: unknown };

interface GatewayUnderTest {
  readonly client: GatewayClient;
  readonly bodies: string[];
  readonly remarks: string[];
  stop(): Promise<void>;
}

async function gatewayThat(...answers: Answer[]): Promise<GatewayUnderTest> {
  const bodies: string[] = [];
  const remarks: string[] = [];
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      bodies.push(text);
      const answer = (answers.length > 1 ? answers.shift()! : answers[0]!)(text, request);
      response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    client: new GatewayClient({ url, token: 't' }, 1_500, (remark) => void remarks.push(remark)),
    bodies,
    remarks,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const busy: Answer = () => ({ status: 503, body: { status: 503, code: 'UNAVAILABLE', detail: 'later' } });
const lines = [Buffer.from('{"id":1}'), Buffer.from('{"id":2}')];

describe('GatewayClient', () => {
  it('sends the lines again after 503, and says once that it does', async () => {
    const { client, bodies, remarks } = await gatewayThat(busy, busy, () => ({
      status: 202,
      body: { accepted: 2, refused: [] },
    }));
    expect(await client.publishLines(lines)).toEqual({ accepted: 2, refused: [] });
    expect(bodies).toEqual(Array(3).fill('{"id":1}\n{"id":2}\n'));
    expect(remarks).toEqual(['the gateway answers 503; trying again for 1.5 s']);
  });

  it('gives up with words after its patience', async () => {
    const { client } = await gatewayThat(busy);
    await expect(client.publishLines(lines)).rejects.toThrow(/answers 503/);
  });

  it('says so when nobody listens', async () => {
    const { client, stop } = await gatewayThat(busy);
    await stop();
    await expect(client.publishLines(lines)).rejects.toThrow(/does not answer \(ECONNREFUSED\)/);
  });

  it('does not try again what will never be right', async () => {
    const { client, bodies } = await gatewayThat(() => ({
      status: 401,
      body: { status: 401, code: 'UNAUTHENTICATED', detail: 'no' },
    }));
    await expect(client.publishLines(lines)).rejects.toThrow(/401 UNAUTHENTICATED/);
    expect(bodies).toHaveLength(1);
  });

  it('asks for receipts a thousand at a time', async () => {
    const { client } = await gatewayThat((body) => ({
      status: 200,
      body: {
        receipts: (JSON.parse(body) as { ids: string[] }).ids.map((id) => ({ id, status: 'pending' })),
      },
    }));
    const ids = Array.from({ length: 2_001 }, (_, index) => String(index));
    expect((await client.lookUp(ids)).map(({ id }) => id)).toEqual(ids);
  });
});

describe('HttpPublisher', () => {
  it('turns lines of the request into lines of the file', async () => {
    const refused = [{ line: 2, id: null, code: 'JSON_SYNTAX', pointer: '', message: '' }];
    const { client } = await gatewayThat(() => ({ status: 202, body: { accepted: 1, refused } }));
    const outcome = await new HttpPublisher(client).publish([
      { number: 11, bytes: lines[0]! },
      { number: 13, bytes: null },
      { number: 17, bytes: lines[1]! },
    ]);
    expect(outcome.refused.map(({ line, code }) => [line, code])).toEqual([
      [13, 'SIZE'],
      [17, 'JSON_SYNTAX'],
    ]);
  });

  it('trusts no answer that leaves lines out', async () => {
    const { client } = await gatewayThat(() => ({ status: 202, body: { accepted: 1, refused: [] } }));
    await expect(
      new HttpPublisher(client).publish(lines.map((bytes, index) => ({ number: index + 1, bytes }))),
    ).rejects.toThrow(/1 of 2 lines/);
  });
});
