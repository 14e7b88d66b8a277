import { afterEach, describe, expect, it } from '@jest/globals';
import type { KafkaClient, Producer } from '@minhai/kafka';
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
afterEach(() => gateway.stop());

const publisher = async (): Promise<(contentType: string, body: string) => Promise<Answer>> => {
  const token = await gateway.token('urn:mca:*');
  return async (contentType, body) => {
    const response = await fetch(`${gateway.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization: `Bearer ${token}` },
      body,
    });
    const retryAfter = Number(response.headers.get('retry-after'));
    return { status: response.status, retryAfter, body: await response.json() };
  };
};

interface Answer {
  readonly status: number;
  readonly retryAfter: number;
  readonly body: any;
}

/** A broker that takes the first sends and then says nothing any more, until it is let go. */
function silentAfter(sends: number): { disturb: (kafka: KafkaClient) => KafkaClient; letGo: () => void } {
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const disturb = (kafka: KafkaClient): KafkaClient => ({
    producer: async (): Promise<Producer> => {
      const producer = await kafka.producer();
      let left = sends;
      return {
        send: async (batches) => {
          if (left-- <= 0) await released;
          await producer.send(batches);
        },
        close: () => producer.close(),
      };
    },
    consumer: (options) => kafka.consumer(options),
    admin: () => kafka.admin(),
  });
  return { disturb, letGo };
}

describe('while Kafka refuses', () => {
  it('every way in answers 503 with Retry-After, never 202, and works again afterwards', async () => {
    gateway = await startGatewayUnderTest();
    const publish = await publisher();
    const bodies: [string, () => string][] = [
      [ONE, () => JSON.stringify(bedChanged())],
      [BATCH, () => JSON.stringify([bedChanged()])],
      [LINES, () => ndjson([bedChanged(), bedChanged()])],
    ];
    gateway.kafka.setAvailable(false);
    for (const [contentType, body] of bodies) {
      const answer = await publish(contentType, body());
      expect(answer).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
      expect(answer.retryAfter).toBeGreaterThan(0);
    }
    gateway.kafka.setAvailable(true);
    expect(gateway.produced()).toBe(0);
    for (const [contentType, body] of bodies) expect((await publish(contentType, body())).status).toBe(202);
  });
});

describe('while Kafka says nothing', () => {
  it('answers 503 after the time set, and sheds what comes when too much waits', async () => {
    const { disturb, letGo } = silentAfter(0);
    gateway = await startGatewayUnderTest({ ACK_TIMEOUT_MS: '300', OUTSTANDING_EVENTS: '2' }, disturb);
    const publish = await publisher();
    const started = performance.now();
    const answers = await Promise.all([1, 2].map(() => publish(ONE, JSON.stringify(bedChanged()))));
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(performance.now() - started).toBeGreaterThan(290);
    expect((await publish(ONE, JSON.stringify(bedChanged()))).status).toBe(503);
    letGo();
    expect(gateway.produced()).toBeLessThanOrEqual(2);
  });

  it('a stream is told how many were safe, waits no longer than set, and may be sent again whole', async () => {
    const { disturb, letGo } = silentAfter(1);
    gateway = await startGatewayUnderTest(
      { ACK_TIMEOUT_MS: '300', FLUSH_EVENTS: '10', FLUSHES_IN_FLIGHT: '1', OUTSTANDING_EVENTS: '100' },
      disturb,
    );
    const publish = await publisher();
    const { status, body } = await publish(LINES, ndjson(Array.from({ length: 2_000 }, () => bedChanged())));
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'UNAVAILABLE', accepted: 10, refused: [] });
    expect(body.detail).toMatch(/again is harmless/);
    letGo();
  });

  it('two streams share what room there is and both arrive whole', async () => {
    gateway = await startGatewayUnderTest({
      FLUSH_EVENTS: '10',
      FLUSHES_IN_FLIGHT: '1',
      OUTSTANDING_EVENTS: '50',
    });
    const publish = await publisher();
    const streams = [1, 2, 3].map(() => ndjson(Array.from({ length: 1_000 }, () => bedChanged())));
    const answers = await Promise.all(streams.map((lines) => publish(LINES, lines)));
    expect(answers.map(({ status, body }) => [status, body.accepted])).toEqual(Array(3).fill([202, 1_000]));
    expect(gateway.produced()).toBe(3_000);
  });
});

describe('rate limit', () => {
  it('answers 429 with Retry-After once the burst is spent', async () => {
    gateway = await startGatewayUnderTest({ RATE_EVENTS_PER_SECOND: '1', RATE_BURST_EVENTS: '2' });
    const publish = await publisher();
    expect((await publish(ONE, JSON.stringify(bedChanged()))).status).toBe(202);
    expect((await publish(ONE, JSON.stringify(bedChanged()))).status).toBe(202);
    const third = await publish(ONE, JSON.stringify(bedChanged()));
    expect(third).toMatchObject({ status: 429, body: { code: 'QUOTA' } });
    expect(third.retryAfter).toBeGreaterThanOrEqual(1);
  });

  it('slows a stream down instead of breaking it off', async () => {
    gateway = await startGatewayUnderTest({ RATE_EVENTS_PER_SECOND: '2000', RATE_BURST_EVENTS: '100' });
    const publish = await publisher();
    const started = performance.now();
    const { status, body } = await publish(LINES, ndjson(Array.from({ length: 1_000 }, () => bedChanged())));
    expect([status, body.accepted]).toEqual([202, 1_000]);
    expect(performance.now() - started).toBeGreaterThan(200);
  });
});
