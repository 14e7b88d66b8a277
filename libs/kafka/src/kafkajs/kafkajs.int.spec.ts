import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CompressionTypes, Kafka, logLevel } from 'kafkajs';
import { describeKafkaContract } from '../kafka-contract.spec.js';
import type { IncomingRecord, KafkaClient } from '../port.js';
import { kafkaJsClient } from './client.js';

const brokers = process.env['MINHAI_TEST_KAFKA_BROKERS']?.split(',');
if (!brokers) throw new Error('MINHAI_TEST_KAFKA_BROKERS must name a running broker');

const connect = (): KafkaClient =>
  kafkaJsClient({
    brokers,
    clientId: 'contract',
    sessionTimeoutMs: 10_000,
    heartbeatIntervalMs: 500,
    backOffMs: [20, 200],
  });

describeKafkaContract('kafkajs', connect);

const MIB = 1_048_576;

describe('kafkajs with our wire format', () => {
  const readAll = async (topic: string, count: number): Promise<IncomingRecord[]> => {
    const records: IncomingRecord[] = [];
    let done: () => void = () => undefined;
    const complete = new Promise<void>((resolve) => (done = resolve));
    const options = {
      groupId: randomUUID(),
      topics: [topic],
      concurrency: 1,
      stallMs: 30_000,
      onStalled: done,
    };
    const consumer = connect().consumer(options);
    await consumer.start({
      assigned: async () => 0n,
      revoked: () => undefined,
      handle: async (batch) => {
        records.push(...batch.records);
        if (records.length >= count) done();
        return batch.records.at(-1)!.offset + 1n;
      },
    });
    await complete;
    await consumer.stop();
    return records;
  };

  const createTopic = async (config: Record<string, string> = {}): Promise<string> => {
    const topic = `wire-${randomUUID()}`;
    const admin = await connect().admin();
    await admin.ensureTopics([{ topic, partitions: 1, replicationFactor: 1, config }]);
    await admin.close();
    return topic;
  };

  it('given a gzip bomb between good batches, then it is reported by its offsets and reading goes on', async () => {
    const topic = await createTopic();
    const foreign = new Kafka({ brokers, clientId: 'department', logLevel: logLevel.NOTHING }).producer();
    await foreign.connect();
    const gzip = { topic, acks: -1, compression: CompressionTypes.GZIP };
    await foreign.send({ ...gzip, messages: [{ value: 'before' }] });
    await foreign.send({
      ...gzip,
      messages: [{ value: Buffer.alloc(32 * MIB) }, { value: Buffer.alloc(32 * MIB) }],
    });
    await foreign.send({ ...gzip, messages: [{ value: 'after', headers: { ce_id: 'x' } }] });
    await foreign.disconnect();

    const records = await readAll(topic, 3);
    expect(records.map(({ offset, value }) => [offset, value?.toString() ?? null])).toEqual([
      [0n, 'before'],
      [2n, null],
      [3n, 'after'],
    ]);
    expect(records[1]!.unreadable).toMatchObject({ code: 'INFLATE', firstOffset: 1n });
    expect(records[2]!.headers['ce_id']).toEqual(Buffer.from('x'));
  });

  it('given a transactional producer elsewhere, then aborted records are not seen and control records do no harm', async () => {
    const topic = await createTopic();
    const kafka = new Kafka({ brokers, clientId: 'department', logLevel: logLevel.NOTHING });
    const foreign = kafka.producer({
      transactionalId: randomUUID(),
      idempotent: true,
      maxInFlightRequests: 1,
    });
    await foreign.connect();
    const aborted = await foreign.transaction();
    await aborted.send({ topic, messages: [{ value: 'aborted' }] });
    await aborted.abort();
    const own = await connect().producer();
    await own.send([{ topic, records: [{ key: null, value: Buffer.from('plain'), headers: {} }] }]);
    await own.close();
    await foreign.disconnect();

    const records = await readAll(topic, 1);
    expect(records.map(({ value }) => value?.toString())).toEqual(['plain']);
  });

  it('given many sends at once, then they arrive in order, and one that the topic refuses spoils no other', async () => {
    const topic = await createTopic({ 'max.message.bytes': '200000' });
    const own = await connect().producer();
    const send = (value: Buffer) =>
      own.send([{ topic, records: [{ key: null, value, headers: {}, partition: 0 }] }]);
    const names = Array.from({ length: 40 }, (_, i) => `record ${i}`);
    const sends = names.map((name, i) => send(i === 20 ? Buffer.alloc(300_000) : Buffer.from(name)));
    const told = await Promise.allSettled(sends);
    await own.close();
    expect(told.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([20]);
    expect(told[20]).toMatchObject({ reason: { policy: 'quarantine', code: 'SIZE' } });
    const records = await readAll(topic, 39);
    expect(records.map(({ value }) => value?.toString())).toEqual(names.filter((_, i) => i !== 20));
  });

  it('given a partition that kafkajs knows nothing of, then it is not said to be sent', async () => {
    const topic = await createTopic();
    const own = await connect().producer();
    const send = (partition: number) =>
      own.send([{ topic, records: [{ key: null, value: Buffer.from('x'), headers: {}, partition }] }]);
    await expect(send(5)).rejects.toMatchObject({ policy: 'retry' });
    await send(0);
    await own.close();
    expect(await readAll(topic, 1)).toHaveLength(1);
  });

  it('given more bytes than a broker takes at once, then they go out in several requests', async () => {
    const topic = await createTopic({ 'max.message.bytes': String(MIB) });
    const own = await connect().producer();
    const value = Buffer.alloc(300_000, 7);
    await own.send([
      { topic, records: Array.from({ length: 12 }, () => ({ key: null, value, headers: {}, partition: 0 })) },
    ]);
    const tooLarge = own.send([
      { topic, records: [{ key: null, value: Buffer.alloc(2 * MIB), headers: {} }] },
    ]);
    await expect(tooLarge).rejects.toMatchObject({ policy: 'quarantine', code: 'SIZE' });
    await own.send([{ topic, records: [{ key: null, value, headers: {} }] }]);
    await own.close();
    const records = await readAll(topic, 13);
    expect(records.every((record) => record.value!.equals(value))).toBe(true);
  });
});
