import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RetryableError } from '@minhai/errors';
import { DurableHandler, eventually, numbered, values } from './durable-handler.spec.js';
import { partitionFor } from './partitioner.js';
import type {
  BatchConsumer,
  BatchHandler,
  ConsumerOptions,
  KafkaClient,
  OutgoingRecord,
  Producer,
} from './port.js';

const PARTITIONS = 4;

/** What every implementation of the port promises; run for the in-memory twin and for kafkajs on a real broker. */
export function describeKafkaContract(name: string, connect: () => KafkaClient): void {
  describe(`${name} keeps the contract of the Kafka port`, () => {
    const kafka = connect();
    let producer: Producer;
    let topic: string;
    let consumers: BatchConsumer[] = [];
    let stalls: { reason: string; cause: unknown }[] = [];

    const consume = async (
      handler: BatchHandler,
      options: Partial<ConsumerOptions> = {},
    ): Promise<BatchConsumer> => {
      const consumer = kafka.consumer({
        groupId: `group-${topic}`,
        topics: [topic],
        concurrency: PARTITIONS,
        stallMs: 30_000,
        onStalled: (reason, cause) => stalls.push({ reason, cause }),
        ...options,
      });
      consumers.push(consumer);
      await consumer.start(handler);
      return consumer;
    };

    const freshTopic = async (): Promise<void> => {
      topic = `contract-${randomUUID()}`;
      const admin = await kafka.admin();
      await admin.ensureTopics([{ topic, partitions: PARTITIONS, replicationFactor: 1, config: {} }]);
      await admin.close();
    };

    const send = (records: readonly OutgoingRecord[]): Promise<void> => producer.send([{ topic, records }]);

    beforeAll(async () => {
      producer = await kafka.producer();
    });

    afterEach(async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      consumers = [];
      stalls = [];
    });

    afterAll(() => producer.close());

    it('creates missing topics once and refuses one with too few partitions', async () => {
      await freshTopic();
      const admin = await kafka.admin();
      const spec = { topic, partitions: PARTITIONS, replicationFactor: 1, config: {} };
      await admin.ensureTopics([spec]);
      expect(await admin.partitionCount(topic)).toBe(PARTITIONS);
      await expect(admin.ensureTopics([{ ...spec, partitions: PARTITIONS + 1 }])).rejects.toMatchObject({
        policy: 'crash',
      });
      await admin.close();
    });

    it('given keyed and placed records, then bytes arrive unchanged where they belong, in order', async () => {
      await freshTopic();
      const received: { partition: number; offset: bigint; key: string; header: Buffer | undefined }[] = [];
      await send([...numbered(0, 40), { key: null, value: null, headers: {}, partition: 3 }]);
      await consume({
        assigned: async () => 0n,
        revoked: () => undefined,
        handle: async ({ partition, records }) => {
          for (const { offset, key, headers } of records) {
            received.push({ partition, offset, key: key?.toString() ?? 'none', header: headers['ce_id'] });
          }
          return records.at(-1)!.offset + 1n;
        },
      });
      await eventually(() => received.length === 41);
      for (const { key, partition, header } of received) {
        expect(partition).toBe(key === 'none' ? 3 : partitionFor(Buffer.from(key), PARTITIONS));
        expect(header?.[0]).toBe(key === 'none' ? undefined : 0xff);
      }
      for (let partition = 0; partition < PARTITIONS; partition += 1) {
        const offsets = received
          .filter((record) => record.partition === partition)
          .map(({ offset }) => offset);
        expect(offsets).toEqual(offsets.map((_, index) => BigInt(index)));
      }
    });

    it('given another offset stored than Kafka was told, when started again, then the stored one counts', async () => {
      await freshTopic();
      await send(numbered(0, 10).map((record) => ({ ...record, partition: 1 })));
      const first = new DurableHandler();
      const consumer = await consume(first);
      await eventually(() => first.effects.length === 10);
      await consumer.stop();

      const second = new DurableHandler();
      second.offsets.set(1, 4n);
      await consume(second);
      await eventually(() => second.effects.length === 6);
      expect(second.effects).toEqual(values(4, 10));
    });

    it('given a temporary failure before anything is durable, then the same records come again', async () => {
      await freshTopic();
      let failures = 2;
      const handler = new DurableHandler(() => {
        if (failures > 0) {
          failures -= 1;
          throw new RetryableError('UNAVAILABLE', 'database is away');
        }
      });
      await consume(handler);
      await send(numbered(0, 5).map((record) => ({ ...record, partition: 2 })));
      await eventually(() => handler.effects.length >= 5);
      expect(handler.effects).toEqual(values(0, 5));
      expect(handler.assignments.filter((partition) => partition === 2)).toHaveLength(3);
      expect(stalls).toEqual([]);
    });

    it('given a crash after the effect, before its answer, then nothing is handled twice', async () => {
      await freshTopic();
      let crashed = false;
      const handler = new DurableHandler((batch, self) => {
        if (crashed) return;
        crashed = true;
        self.commit(batch);
        throw new RetryableError('UNAVAILABLE', 'outcome of the commit is unknown');
      });
      await consume(handler);
      await send(numbered(0, 5).map((record) => ({ ...record, partition: 0 })));
      await eventually(() => crashed);
      await send(numbered(5, 10).map((record) => ({ ...record, partition: 0 })));
      await eventually(() => handler.effects.length >= 10);
      expect(handler.effects).toEqual(values(0, 10));
    });

    it('given a failing partition, then the others go on', async () => {
      await freshTopic();
      const handler = new DurableHandler((batch) => {
        if (batch.partition === 0) throw new RetryableError('UNAVAILABLE', 'this one never works');
      });
      await consume(handler);
      await send(numbered(0, 8).map((record, index) => ({ ...record, partition: index % PARTITIONS })));
      await eventually(() => handler.effects.length === 6);
      await send(numbered(8, 16).map((record, index) => ({ ...record, partition: index % PARTITIONS })));
      await eventually(() => handler.effects.length === 12);
      expect(handler.offsets.has(0)).toBe(false);
    });

    it('given any other error, then the consumer says so once and handles nothing more', async () => {
      await freshTopic();
      const bug = new TypeError('a bug');
      let handled = 0;
      const handler = new DurableHandler(() => {
        handled += 1;
        throw bug;
      });
      await consume(handler);
      await send(numbered(0, 1));
      await eventually(() => stalls.length > 0);
      await send(numbered(1, 20));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(stalls).toMatchObject([{ cause: bug }]);
      expect(handled).toBe(1);
    });

    it('given a handler that takes a part, then it gets the rest', async () => {
      await freshTopic();
      const taken: bigint[][] = [];
      await send(numbered(0, 10).map((record) => ({ ...record, partition: 0 })));
      await consume({
        assigned: async () => 0n,
        revoked: () => undefined,
        handle: async ({ records }) => {
          const part = records.slice(0, 4).map(({ offset }) => offset);
          taken.push(part);
          return part.at(-1)! + 1n;
        },
      });
      await eventually(() => taken.flat().length === 10);
      expect(taken.flat()).toEqual(Array.from({ length: 10 }, (_, index) => BigInt(index)));
    });

    it('given two consumers of a group, then they share the partitions and every record is handled', async () => {
      await freshTopic();
      const [first, second] = [new DurableHandler(), new DurableHandler()];
      // One store for both, as the database is.
      Object.assign(second, { offsets: first.offsets });
      await consume(first);
      await consume(second);
      await eventually(() => first.held.size === 2 && second.held.size === 2);
      expect([...first.held, ...second.held].sort()).toEqual([0, 1, 2, 3]);
      await send(numbered(0, 100));
      await eventually(() => first.effects.length + second.effects.length >= 100);
      expect([...first.effects, ...second.effects].sort()).toEqual(values(0, 100).sort());
      expect(first.effects.length).toBeGreaterThan(0);
      expect(second.effects.length).toBeGreaterThan(0);
    });

    it('given one of two consumers leaves, then the other takes over where it stopped', async () => {
      await freshTopic();
      const [first, second] = [new DurableHandler(), new DurableHandler()];
      Object.assign(second, { offsets: first.offsets });
      const leaving = await consume(first);
      await consume(second);
      await send(numbered(0, 50));
      await eventually(() => first.effects.length + second.effects.length >= 50);
      await leaving.stop();
      await send(numbered(50, 100));
      await eventually(() => first.effects.length + second.effects.length >= 100);
      expect([...first.effects, ...second.effects].sort()).toEqual(values(0, 100).sort());
      await eventually(() => second.held.size === PARTITIONS);
    });

    it('given a batch under way, when stopped, then it is finished first', async () => {
      await freshTopic();
      let release: () => void = () => undefined;
      let started = false;
      const handler = new DurableHandler(async (batch) => {
        started = true;
        await new Promise<void>((resolve) => (release = resolve));
        await batch.heartbeat();
      });
      const consumer = await consume(handler);
      await send(numbered(0, 1));
      await eventually(() => started);
      let stopped = false;
      const stopping = consumer.stop().then(() => (stopped = true));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(stopped).toBe(false);
      release();
      await stopping;
      expect(handler.effects).toEqual(values(0, 1));
      expect(handler.held.size).toBe(0);
    });

    it('tells how far it is and how much waits', async () => {
      await freshTopic();
      await send(numbered(0, 6).map((record) => ({ ...record, partition: 1 })));
      const handler = new DurableHandler();
      handler.offsets.set(1, 2n);
      const consumer = await consume(handler);
      const ofPartition = () => consumer.progress().find(({ partition }) => partition === 1);
      await eventually(() => ofPartition()?.nextOffset === 6n);
      expect(ofPartition()).toEqual({ topic, partition: 1, nextOffset: 6n, highWatermark: 6n });
      expect(consumer.progress()).toHaveLength(PARTITIONS);
    });

    it('given a stored offset the log does not reach, then it refuses to guess', async () => {
      await freshTopic();
      const handler = new DurableHandler();
      handler.offsets.set(0, 7n);
      await consume(handler);
      await eventually(() => stalls.length > 0);
      expect(stalls[0]!.cause).toMatchObject({ policy: 'crash' });
    });

    it('given a handler that hangs, then the watchdog speaks', async () => {
      await freshTopic();
      let release: () => void = () => undefined;
      const handler = new DurableHandler(() => new Promise<void>((resolve) => (release = resolve)));
      await consume(handler, { stallMs: 400 });
      await send(numbered(0, 1));
      await eventually(() => stalls.length > 0);
      expect(stalls[0]!.reason).toMatch(/nothing happened/);
      release();
    });

    it('given a topic that does not exist, when sent to, then it is worth trying again later', async () => {
      const missing = producer.send([{ topic: `missing-${randomUUID()}`, records: numbered(0, 1) }]);
      await expect(missing).rejects.toBeInstanceOf(RetryableError);
      await freshTopic();
      await send(numbered(0, 1));
    });
  });
}
