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

let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  token = await gateway.token('urn:mca:310105:*');
});
afterAll(() => gateway.stop());

describe('POST /v1/events?dryRun=true', () => {
  const rehearse = async (contentType: string, body: string, dryRun = 'true') => {
    const response = await fetch(`${gateway.url}/v1/events?dryRun=${dryRun}`, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization: `Bearer ${token}` },
      body,
    });
    return { status: response.status, body: (await response.json()) as any };
  };

  it.each([
    [ONE, 1, (events: object[]) => JSON.stringify(events[0])],
    [BATCH, 2, (events: object[]) => JSON.stringify(events)],
    [LINES, 2, (events: object[]) => ndjson(events)],
  ])('judges %s and produces nothing', async (contentType, accepted, format) => {
    const before = gateway.produced();
    const answer = await rehearse(contentType, format([bedChanged(), bedChanged()]));
    expect(answer).toEqual({ status: 200, body: { accepted, refused: [], dryRun: true } });
    expect(gateway.produced()).toBe(before);
  });

  it('lists every problem of every event, with the total of events that would be refused', async () => {
    const wrong = bedChanged({ streetid: '310118001', time: '2999-01-01T00:00:00+08:00' });
    const { status, body } = await rehearse(LINES, ndjson([bedChanged(), wrong]));
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 1, refusedTotal: 1, dryRun: true });
    expect(body.refused.map(({ line, code }: any) => `${line} ${code}`)).toEqual(
      expect.arrayContaining(['2 REGION', '2 TIME_FUTURE']),
    );
  });

  it('refuses what the real request would refuse, and a parameter that is neither true nor false', async () => {
    const foreign = bedChanged({ source: 'urn:mca:310118:eldercare' });
    expect((await rehearse(ONE, JSON.stringify(foreign))).status).toBe(403);
    expect(await rehearse(ONE, JSON.stringify(bedChanged()), 'maybe')).toMatchObject({
      status: 400,
      body: { code: 'QUERY' },
    });
  });
});
