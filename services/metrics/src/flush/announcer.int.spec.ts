import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TopicRecords } from '@minhai/kafka';
import { type Database, openDatabase } from '@minhai/postgres';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { announce } from './announcer.js';
import { insertAnnouncements } from './flush.store.js';

let database: Database;

beforeAll(async () => {
  const { url } = await metricsDatabase('announcer');
  database = openDatabase({ url: url('minhai_metrics'), applicationName: 'spec' });
});

afterAll(() => database.close());

/** A producer whose sends end when they are told to. */
function slowProducer() {
  const bodies: string[] = [];
  let begun!: () => void;
  let end!: () => void;
  const isSending = new Promise<void>((resolve) => (begun = resolve));
  const mayEnd = new Promise<void>((resolve) => (end = resolve));
  const send = async (batches: readonly TopicRecords[]): Promise<void> => {
    bodies.push(...batches.flatMap(({ records }) => records.map(({ value }) => value!.toString())));
    begun();
    await mayEnd;
  };
  return { bodies, isSending, end, send, close: async () => undefined };
}

describe('two processes that announce', () => {
  it('given one is slow, then the other sends nothing of the same, and what came later goes out behind it', async () => {
    const insert = (body: string) =>
      database.transaction((tx) => insertAnnouncements(tx, [{ indicator: 'i', region: 'r', body }]));
    const [slow, quick] = [slowProducer(), slowProducer()];
    quick.end();
    await insert('old');
    const first = announce(database, slow, 'topic');
    await slow.isSending;
    await insert('new');
    expect(await announce(database, quick, 'topic')).toBe(0);
    slow.end();
    expect(await first).toBe(2);
    expect([slow.bodies, quick.bodies]).toEqual([['old', 'new'], []]);
    expect(await announce(database, quick, 'topic')).toBe(0);
  });
});
