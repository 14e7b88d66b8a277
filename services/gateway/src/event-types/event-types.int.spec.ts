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
      for (const sample of body.samples) {
        const response = await fetch(`${gateway.url}/v1/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${token}` },
          body: JSON.stringify(sample),
        });
        expect([type, response.status, await response.json()]).toMatchObject([type, 202, {}]);
      }
    }
  });

  it('says 404 for another', async () => {
    expect(await ask('/v1/event-types/cn.gov.mca.nothing.happened')).toMatchObject({
      status: 404,
      body: { code: 'TYPE_UNKNOWN' },
    });
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
