import { describe, expect, it } from '@jest/globals';
import { describeKafkaContract } from '../kafka-contract.spec.js';
import type { RecordBatch } from '../port.js';
import { InMemoryKafka } from './in-memory-kafka.js';

describeKafkaContract('InMemoryKafka', () => new InMemoryKafka());

const record = (text: string) => ({ key: Buffer.from('k'), value: Buffer.from(text), headers: {} });

describe('InMemoryKafka beyond the port', () => {
  const topic = 'mca.intake.ref';
  const withTopic = async (): Promise<InMemoryKafka> => {
    const kafka = new InMemoryKafka();
    const admin = await kafka.admin();
    await admin.ensureTopics([{ topic, partitions: 1, replicationFactor: 1, config: {} }]);
    return kafka;
  };

  it('given an expired session, then a batch under way is stale and its answer does not count', async () => {
    const kafka = await withTopic();
    const producer = await kafka.producer();
    await producer.send([{ topic, records: [record('a')] }]);
    const seen: RecordBatch[] = [];
    let release: () => void = () => undefined;
    const options = {
      groupId: 'g',
      topics: [topic],
      concurrency: 1,
      stallMs: 10_000,
      onStalled: () => undefined,
    };
    const consumer = kafka.consumer(options);
    await consumer.start({
      assigned: async () => 0n,
      revoked: () => undefined,
      handle: async (batch) => {
        seen.push(batch);
        if (seen.length === 1) await new Promise<void>((resolve) => (release = resolve));
        return batch.isStale() ? 0n : 1n;
      },
    });
    await new Promise(setImmediate);
    expect(seen[0]?.isStale()).toBe(false);
    kafka.expireSessions('g');
    expect(seen[0]?.isStale()).toBe(true);
    await expect(seen[0]?.heartbeat()).rejects.toMatchObject({ policy: 'retry' });
    release();
    await consumer.stop();
    expect(kafka.committed('g', { topic, partition: 0 })).not.toBe(0n);
  });

  it('given an unavailable broker, when sent to, then nothing is kept', async () => {
    const kafka = await withTopic();
    const producer = await kafka.producer();
    kafka.setAvailable(false);
    await expect(producer.send([{ topic, records: [record('a')] }])).rejects.toMatchObject({
      policy: 'retry',
    });
    kafka.setAvailable(true);
    expect(kafka.records(topic, 0)).toEqual([]);
  });
});
