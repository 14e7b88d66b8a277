import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
});
afterAll(() => gateway.stop());

const ask = async (path: string): Promise<{ status: number; body: any }> => {
  const response = await fetch(`${gateway.url}${path}`);
  return { status: response.status, body: await response.json() };
};

describe('GET /v1/event-types', () => {
  it('lists every type to everybody', async () => {
    const { status, body } = await ask('/v1/event-types');
    expect(status).toBe(200);
    expect(body.eventTypes.map(({ type }: { type: string }) => type)).toContain('cn.gov.mca.record.voided');
  });
});

describe('GET /v1/event-types/{type}', () => {
  it('gives a publisher all there is to know', async () => {
    const { status, body } = await ask('/v1/event-types/cn.gov.mca.eldercare.bed.changed');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      domain: 'eldercare',
      titles: { zh: '养老床位变动' },
      subject: '{institutionId}:{bedType}',
      dataschema: 'urn:mca:schema:cn.gov.mca.eldercare.bed.changed:1',
      versions: [1],
    });
    const bedType = body.fields.find(({ name }: { name: string }) => name === 'bedType');
    expect(bedType).toMatchObject({
      type: 'string',
      required: true,
      zh: '床位类型',
      codelist: { list: 'bed-type' },
    });
    expect(bedType.codelist.codes).toContainEqual(
      expect.objectContaining({ code: 'NURSING', zh: '护理型床位' }),
    );
    expect(body.fields.find(({ name }: { name: string }) => name === 'transferId').required).toBe(false);
  });

  it('gives samples that the gateway itself takes', async () => {
    const { body: list } = await ask('/v1/event-types');
    const token = await gateway.token('urn:mca:*');
    for (const { type } of list.eventTypes) {
      const { body } = await ask(`/v1/event-types/${type}`);
      expect([type, body.samples.length]).not.toEqual([type, 0]);
      for (const { event } of body.samples) {
        const response = await fetch(`${gateway.url}/v1/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${token}` },
          body: JSON.stringify(event),
        });
        expect([type, response.status, await response.json()]).toMatchObject([type, 202, {}]);
      }
    }
  });

  it('says what must hold, what is refused and what each version brought', async () => {
    const { body } = await ask('/v1/event-types/cn.gov.mca.eldercare.bed.changed');
    expect(body.rules).toContainEqual({
      name: 'delta-not-zero',
      code: 'RULE',
      pointer: '/data/delta',
      zh: '变动数不为 0',
      en: 'a change of beds is not 0',
    });
    expect(body.refused).toContainEqual(
      expect.objectContaining({ code: 'RULE', rule: 'delta-not-zero', pointer: '/data/delta' }),
    );
    expect(body.history[0]).toMatchObject({ version: 1, added: [] });
    expect(body).toMatchObject({ topic: 'mca.intake.eldercare', aheadMonths: 0, pastDays: 400 });
  });

  it('says 404 for another', async () => {
    expect(await ask('/v1/event-types/cn.gov.mca.nothing.happened')).toMatchObject({
      status: 404,
      body: { code: 'TYPE_UNKNOWN' },
    });
  });
});

describe('the page of an event type', () => {
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.url}${path}`, { headers });
    return { response, text: await response.text() };
  };
  const BED = '/v1/event-types/cn.gov.mca.eldercare.bed.changed';

  it('is what a browser gets, in its language, with every field, rule and sample', async () => {
    const { response, text } = await page(BED, {
      accept: 'text/html,*/*',
      'accept-language': 'en-GB,zh;q=0.5',
    });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const part of [
      'Elder-care beds changed',
      'transferId',
      'delta-not-zero',
      'dryRun=true',
      'bed-scope',
    ])
      expect(text).toContain(part);
    expect((await page(`${BED}?format=html`)).text).toContain('<html lang="zh-CN">');
    expect((await page(`${BED}?format=html&lang=en`)).text).toContain('<html lang="en">');
  });

  it('is there for every type, and the list links to each', async () => {
    const { text: list } = await page('/v1/event-types?format=html&lang=zh');
    const { body } = await ask('/v1/event-types');
    for (const { type, titles } of body.eventTypes) {
      expect(list).toContain(`href="/v1/event-types/${type}?lang=zh"`);
      const { response, text } = await page(`/v1/event-types/${type}?format=html&lang=zh`);
      expect([type, response.status]).toEqual([type, 200]);
      expect(text).toContain(`<h1>${titles.zh}</h1>`);
      expect(text).not.toContain('<script');
    }
  });
});

describe('GET /asyncapi.json', () => {
  it('is valid AsyncAPI 3 with a message for every type', async () => {
    const { body } = await ask('/asyncapi.json');
    const { body: list } = await ask('/v1/event-types');
    const names = Object.values(body.components.messages).map((message: any) => message.name);
    const types = list.eventTypes.map(({ type }: { type: string }) => type);
    expect(names).toEqual(['cn.gov.mca.lake.receipt.issued', ...types]);
    expect(body.channels['receipts']).toMatchObject({ address: 'mca.receipts' });
    expect(body.channels['intake.eldercare']).toMatchObject({ address: 'mca.intake.eldercare' });
  });
});

describe('what every service has', () => {
  it('is ready while Kafka and the database answer', async () => {
    const { status, body } = await ask('/health/ready');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ready', checks: { kafka: 'ok', database: 'ok' } });
  });

  it('describes its routes', async () => {
    const { body } = await ask('/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/v1/events',
        '/v1/receipts/{id}',
        '/v1/receipts/lookup',
        '/v1/event-types',
        '/v1/event-types/{type}',
      ]),
    );
    expect(body.paths['/v1/events'].post.responses).toHaveProperty('503');
    expect(Object.keys(body.paths['/v1/events'].post.requestBody.content)).toContain('application/x-ndjson');
  });
});
