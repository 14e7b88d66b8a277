import { describe, expect, it } from '@jest/globals';
import { CrashError, RetryableError } from '@minhai/errors';
import type { OutgoingRecord, Producer, TopicRecords } from '@minhai/kafka';
import fc from 'fast-check';
import { Failpoints } from '../failpoints/failpoints.js';
import type { AcceptedRecord } from './accepted-record.js';
import { MemoryBudget } from './memory-budget.js';
import { PartitionPublisher, type PublisherParts } from './partition-publisher.js';

const key = { domain: 'eldercare', partition: 2 };

const accepted = (position: number): AcceptedRecord => ({
  position,
  record: {
    key: Buffer.from('subject'),
    value: Buffer.from(`value ${position}`),
    headers: {
      ce_id: Buffer.from(`id ${position}`),
      traceparent: Buffer.from('x'),
      'content-type': Buffer.from('application/avro'),
    },
  },
});

const range = (first: number, last: number): AcceptedRecord[] =>
  Array.from({ length: last - first + 1 }, (_, i) => accepted(first + i));

const positionOf = (record: OutgoingRecord): number => Number(record.headers['position']!.readBigInt64BE());

/** A broker that refuses the sends whose number is listed, and a lake that holds whatever was committed. */
function bench(options: { refuse?: readonly number[]; budgetBytes?: number; missing?: number } = {}) {
  const log: OutgoingRecord[] = [];
  const seen = { sends: 0, readBacks: 0, waiting: 0, fatal: [] as unknown[] };
  const producer: Producer = {
    send: async ([batch]: readonly TopicRecords[]) => {
      if (options.refuse?.includes(seen.sends++)) throw new RetryableError('UNAVAILABLE');
      log.push(...batch!.records);
    },
    close: async () => undefined,
  };
  const budget = new MemoryBudget(options.budgetBytes ?? 1_000_000);
  const parts: PublisherParts = {
    producer,
    budget,
    topic: 't.accepted.eldercare',
    failpoints: Failpoints.none,
    alarm: { waiting: () => seen.waiting++, fatal: (error) => seen.fatal.push(error) },
    readBack: async ({ after, limit }) => {
      seen.readBacks++;
      return range(after + 1, after + Math.min(limit, 50)).filter(
        ({ position }) => position !== options.missing,
      );
    },
    pause: () => Promise.resolve(),
  };
  return { log, seen, parts, budget };
}

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let i = 0; i < 2_000 && !isTrue(); i++) await new Promise((resolve) => setImmediate(resolve));
  expect(isTrue()).toBe(true);
};

describe('PartitionPublisher', () => {
  it('given committed records, then they go out in order with position, same partition and only the event’s headers', async () => {
    const { log, seen, parts } = bench();
    const publisher = new PartitionPublisher(key, { published: 0, committed: 0 }, parts);
    publisher.offer(range(1, 3));
    publisher.offer(range(4, 4));
    await until(() => publisher.lag === 0);
    await publisher.stop();
    expect(log.map(positionOf)).toEqual([1, 2, 3, 4]);
    expect(Object.keys(log[0]!.headers)).toEqual(['ce_id', 'content-type', 'position']);
    expect([log[0]!.partition, seen.readBacks]).toEqual([2, 0]);
  });

  it('given accepted events that were never published, when opened, then they are read back from the lake first', async () => {
    const { log, parts } = bench();
    const publisher = new PartitionPublisher(key, { published: 2, committed: 60 }, parts);
    publisher.offer(range(61, 62));
    await until(() => publisher.lag === 0);
    await publisher.stop();
    expect(log.map(positionOf)).toEqual(range(3, 62).map(({ position }) => position));
  });

  it('given a broker that is away for a while, then nothing is lost and the alarm sounds once', async () => {
    const { log, seen, parts } = bench({ refuse: [0, 1, 2] });
    const publisher = new PartitionPublisher(key, { published: 0, committed: 0 }, parts);
    publisher.offer(range(1, 5));
    await until(() => publisher.lag === 0);
    await publisher.stop();
    expect([log.map(positionOf), seen.waiting]).toEqual([[1, 2, 3, 4, 5], 1]);
  });

  it('given no memory left, then records are dropped and read back, and the memory is given back', async () => {
    const { log, seen, parts, budget } = bench({ budgetBytes: 1_000 });
    const publisher = new PartitionPublisher(key, { published: 0, committed: 0 }, parts);
    publisher.offer(range(1, 2));
    publisher.offer(range(3, 8));
    await until(() => publisher.lag === 0);
    await publisher.stop();
    expect(log.map(positionOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(seen.readBacks).toBeGreaterThan(0);
    await expect(budget.room()).resolves.toBeUndefined();
  });

  it('given a gap in the lake, then the process is told to end and nothing after the gap goes out', async () => {
    const { log, seen, parts } = bench({ missing: 2 });
    const publisher = new PartitionPublisher(key, { published: 0, committed: 3 }, parts);
    await until(() => seen.fatal.length > 0);
    await publisher.stop();
    expect(seen.fatal[0]).toBeInstanceOf(CrashError);
    expect(log).toEqual([]);
  });

  it('given any offers, refusals and a holder taking over anywhere, then every position’s first copy comes in order', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
    const refuse = fc.uniqueArray(fc.nat(12), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        sizes,
        refuse,
        fc.nat(60),
        fc.integer({ min: 600, max: 20_000 }),
        async (offers, refused, back, budgetBytes) => {
          const { log, parts } = bench({ refuse: refused, budgetBytes });
          const first = new PartitionPublisher(key, { published: 0, committed: 0 }, parts);
          let total = 0;
          for (const size of offers) {
            first.offer(range(total + 1, total + size));
            total += size;
            await new Promise((resolve) => setImmediate(resolve));
          }
          await first.stop();
          const marked = Math.max(0, first.published - back);
          const second = new PartitionPublisher(key, { published: marked, committed: total }, parts);
          await until(() => second.lag === 0);
          await second.stop();
          const firstCopies = [...new Set(log.map(positionOf))];
          expect(firstCopies).toEqual(range(1, total).map(({ position }) => position));
        },
      ),
      { numRuns: 60 },
    );
  });
});
