import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BatchConsumer } from '../port.js';
import { kafkaJsClient } from './client.js';

const BROKERS = process.env['MINHAI_TEST_KAFKA_BROKERS'];
if (!BROKERS) throw new Error('MINHAI_TEST_KAFKA_BROKERS must name a running broker');

const MEMBER = fileURLToPath(new URL('./member-under-test.spec.js', import.meta.url));
const SESSION_MS = 30_000;

describe('a place in a consumer group', () => {
  const client = kafkaJsClient({
    brokers: BROKERS.split(','),
    clientId: 'member',
    sessionTimeoutMs: SESSION_MS,
  });
  const children: ChildProcess[] = [];
  const consumers: BatchConsumer[] = [];
  let place: { readonly GROUP: string; readonly TOPIC: string };

  beforeEach(async () => {
    place = { GROUP: randomUUID(), TOPIC: `seats-${randomUUID()}` };
    const admin = await client.admin();
    await admin.ensureTopics([{ topic: place.TOPIC, partitions: 2, replicationFactor: 1, config: {} }]);
    await admin.close();
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const consumer of consumers.splice(0)) await consumer.stop();
  });

  const memberElsewhere = async (): Promise<ChildProcess> => {
    const child = fork(MEMBER, { env: { ...place, BROKERS, PATH: process.env['PATH'] ?? '' }, execArgv: [] });
    children.push(child);
    await once(child, 'message');
    return child;
  };

  /** Joins, and tells what it was given and how long that took. */
  const join = async () => {
    const gained = new Set<number>();
    const consumer = client.consumer({
      groupId: place.GROUP,
      topics: [place.TOPIC],
      concurrency: 1,
      stallMs: 60_000,
      onStalled: () => undefined,
    });
    consumers.push(consumer);
    const from = performance.now();
    await consumer.start({
      assigned: async ({ partition }) => (gained.add(partition), 0n),
      revoked: () => undefined,
      handle: async ({ records }) => records.at(-1)!.offset + 1n,
    });
    return { partitions: [...gained].sort(), tookMs: performance.now() - from };
  };

  it('given its holder was killed, then the next process of this machine need not wait for the session to end', async () => {
    const child = await memberElsewhere();
    child.kill('SIGKILL');
    await once(child, 'exit');

    const { partitions, tookMs } = await join();

    expect(partitions).toEqual([0, 1]);
    expect(tookMs).toBeLessThan(SESSION_MS / 2);
  });

  it('given its holder lives, then it stays', async () => {
    await memberElsewhere();

    const { partitions } = await join();

    expect(partitions).toHaveLength(1);
  });
});
