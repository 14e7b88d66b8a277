import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OutgoingRecord, Producer, TopicRecords } from '@minhai/kafka';
import { Delivery } from './delivery.js';
import { EventBatcher, type BatcherOptions } from './event-batcher.js';

const OPTIONS: BatcherOptions = {
  lingerMs: 5,
  flushEvents: 3,
  flushesInFlight: 2,
  outstandingEvents: 10,
  outstandingBytes: 1_000,
};

const record = (bytes = 10): OutgoingRecord => ({ key: null, value: Buffer.alloc(bytes), headers: {} });

/** A producer whose sends are ended by the spec. */
class HeldProducer implements Producer {
  readonly sends: {
    batches: readonly TopicRecords[];
    resolve: () => void;
    reject: (error: Error) => void;
  }[] = [];

  send(batches: readonly TopicRecords[]): Promise<void> {
    return new Promise((resolve, reject) => this.sends.push({ batches, resolve, reject }));
  }

  async close(): Promise<void> {}

  sizes(): number[] {
    return this.sends.map(({ batches }) => batches.reduce((sum, { records }) => sum + records.length, 0));
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('EventBatcher', () => {
  let producer: HeldProducer;
  let batcher: EventBatcher;
  const add = (count: number, delivery = new Delivery(), topic = 't'): Delivery => {
    for (let i = 0; i < count; i++) batcher.add(topic, record(), delivery);
    return delivery;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    producer = new HeldProducer();
    batcher = new EventBatcher(producer, OPTIONS);
  });
  afterEach(() => void jest.useRealTimers());

  it('waits only for the requests of the same turn while the producer is idle', () => {
    add(1);
    add(1);
    expect(producer.sizes()).toEqual([]);
    jest.advanceTimersByTime(0);
    expect(producer.sizes()).toEqual([2]);
  });

  it('waits for company no longer than the linger while a flush is under way', () => {
    add(3);
    add(1);
    jest.advanceTimersByTime(4);
    add(1);
    expect(producer.sizes()).toEqual([3]);
    jest.advanceTimersByTime(1);
    expect(producer.sizes()).toEqual([3, 2]);
  });

  it('leaves at once when the last flush under way comes back', async () => {
    add(3);
    add(1);
    producer.sends[0]!.resolve();
    await settle();
    expect(producer.sizes()).toEqual([3, 1]);
  });

  it('sends a full batch at once', () => {
    add(3);
    expect(producer.sizes()).toEqual([3]);
  });

  it('groups the records of a flush by topic', () => {
    add(1, new Delivery(), 'a');
    add(1, new Delivery(), 'b');
    add(1, new Delivery(), 'a');
    expect(producer.sends[0]!.batches.map(({ topic, records }) => [topic, records.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('has a bounded number of flushes under way and gathers larger ones meanwhile', async () => {
    add(6);
    add(1);
    jest.advanceTimersByTime(50);
    add(1);
    jest.advanceTimersByTime(50);
    expect(producer.sizes()).toEqual([3, 3]);
    producer.sends[0]!.resolve();
    await settle();
    expect(producer.sizes()).toEqual([3, 3, 2]);
  });

  it('tells each waiter after the acknowledgement and not before', async () => {
    const delivery = add(3);
    let told = false;
    void delivery.outstandingAtMost(0, 1_000).then(() => (told = true));
    await settle();
    expect(told).toBe(false);
    producer.sends[0]!.resolve();
    await settle();
    expect(told).toBe(true);
    expect(delivery.acknowledged).toBe(3);
  });

  it('fails only the waiters of the flush that failed', async () => {
    const unlucky = add(3);
    const lucky = add(3);
    producer.sends[0]!.reject(new Error('broker gone'));
    producer.sends[1]!.resolve();
    await settle();
    await expect(unlucky.outstandingAtMost(0, 1_000)).rejects.toMatchObject({
      policy: 'retry',
      code: 'UNAVAILABLE',
    });
    expect(unlucky.acknowledged).toBe(0);
    await expect(lucky.outstandingAtMost(0, 1_000)).resolves.toBeUndefined();
  });

  it('gives a waiter up after its time, without a false acknowledgement', async () => {
    const delivery = add(3);
    const waiting = expect(delivery.outstandingAtMost(0, 1_000)).rejects.toMatchObject({ policy: 'retry' });
    await jest.advanceTimersByTimeAsync(1_000);
    await waiting;
    expect(delivery.acknowledged).toBe(0);
  });

  it('has no room beyond its bounds, and lets waiting streams in one after the other', async () => {
    add(10);
    expect(batcher.hasRoom).toBe(false);
    const turns: string[] = [];
    void batcher.takeTurn(1_000).then(() => turns.push('first'));
    void batcher.takeTurn(1_000).then(() => turns.push('second'));
    producer.sends[0]!.resolve();
    await settle();
    expect(turns).toEqual(['first']);
    batcher.passTurn();
    await settle();
    expect(turns).toEqual(['first', 'second']);
  });

  it('counts bytes as well as events', () => {
    batcher.add('t', record(1_000), new Delivery());
    expect(batcher.hasRoom).toBe(false);
  });

  it('lets nobody wait for a turn for ever', async () => {
    add(10);
    const waiting = expect(batcher.takeTurn(500)).rejects.toMatchObject({ policy: 'retry' });
    await jest.advanceTimersByTimeAsync(500);
    await waiting;
  });
});
