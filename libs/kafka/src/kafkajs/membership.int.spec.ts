import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { kafkaJsClient } from './client.js';

const brokers = process.env['MINHAI_TEST_KAFKA_BROKERS']?.split(',');
if (!brokers) throw new Error('MINHAI_TEST_KAFKA_BROKERS must name a running broker');

type Request = 'heartbeat' | 'joinGroup';
type Answer = (...request: unknown[]) => Promise<unknown>;

const { prototype: broker } = createRequire(import.meta.url)('kafkajs/src/broker') as {
  prototype: Record<Request, Answer>;
};
const answers = { heartbeat: broker.heartbeat, joinGroup: broker.joinGroup };

/** As a broker answers for a moment after its start: once, in place of the real one. */
function answerOnce(request: Request, type: string, retriable: boolean): { readonly isGiven: boolean } {
  const fault = { isGiven: false };
  broker[request] = async function (...parameters) {
    if (fault.isGiven) return answers[request].apply(this, parameters);
    fault.isGiven = true;
    throw Object.assign(new Error(type), { type, retriable });
  };
  return fault;
}

const eventually = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(20);
};

describe('a member whose group must be joined again', () => {
  afterEach(() => void Object.assign(broker, answers));

  it('given its coordinator is still loading, then it joins once more and misses nothing', async () => {
    const client = kafkaJsClient({ brokers, clientId: 'rejoining', heartbeatIntervalMs: 200 });
    const topic = `rejoin-${randomUUID()}`;
    const admin = await client.admin();
    await admin.ensureTopics([{ topic, partitions: 1, replicationFactor: 1, config: {} }]);
    await admin.close();
    const seen: string[] = [];
    const consumer = client.consumer({
      groupId: randomUUID(),
      topics: [topic],
      concurrency: 1,
      stallMs: 30_000,
      onStalled: () => undefined,
    });
    await consumer.start({
      assigned: async () => BigInt(seen.length),
      revoked: () => undefined,
      handle: async ({ records }) => {
        seen.push(...records.map(({ value }) => value!.toString()));
        return records.at(-1)!.offset + 1n;
      },
    });
    const producer = await client.producer();
    const send = (text: string) =>
      producer.send([{ topic, records: [{ key: null, value: Buffer.from(text), headers: {} }] }]);
    await send('before');
    await eventually(() => seen.length === 1);

    const joining = answerOnce('joinGroup', 'GROUP_LOAD_IN_PROGRESS', true);
    answerOnce('heartbeat', 'NOT_COORDINATOR_FOR_GROUP', false);
    await eventually(() => joining.isGiven);
    await send('after');
    await eventually(() => seen.length === 2);
    expect(seen).toEqual(['before', 'after']);
    expect(consumer.isCurrent()).toBe(true);
    await Promise.all([consumer.stop(), producer.close()]);
  });
});
