import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOMAINS, acceptedTopic, intakeTopic } from '@minhai/events';
import { kafkaJsClient, type IncomingRecord, type KafkaClient } from '@minhai/kafka';
import { testKafkaBrokers } from '@minhai/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { broken, closing, closings } from './fixtures/intake.fixture.spec.js';
import { count, lakeDatabase, type LakeDatabase } from './fixtures/lake-database.fixture.spec.js';
import { eventually } from './fixtures/lake.fixture.spec.js';
import { receiptsTopic, type ReceiptData } from './receipts/receipt-record.js';

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
const PARTITIONS = 2;

const prefix = `lake-${randomBytes(4).toString('hex')}`;
let databases: LakeDatabase;
let kafka: KafkaClient;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  databases = await lakeDatabase('lake-process');
  kafka = kafkaJsClient({ brokers: testKafkaBrokers().split(','), clientId: 'spec' });
  const admin = await kafka.admin();
  const topics = [
    ...DOMAINS.flatMap((domain) => [intakeTopic(prefix, domain), acceptedTopic(prefix, domain)]),
    receiptsTopic(prefix),
  ];
  await admin.ensureTopics(
    topics.map((topic) => ({ topic, partitions: PARTITIONS, replicationFactor: 1, config: {} })),
  );
  await admin.close();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await databases.drop();
});

interface LakeProcess {
  readonly child: ChildProcess;
  /** Resolves when it listens. */
  readonly port: Promise<number>;
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function start(failpoint = ''): LakeProcess {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: databases.test.url('minhai_lake'),
      KAFKA_BROKERS: testKafkaBrokers(),
      TOPIC_PREFIX: prefix,
      // A new group each time: nobody waits for the session of a dead member, and no offset of Kafka's is believed.
      CONSUMER_GROUP: `${prefix}-${randomBytes(3).toString('hex')}`,
      INTAKE_BATCH_EVENTS: '100',
      LOG_LEVEL: 'warn',
      MINHAI_FAILPOINT: failpoint,
    },
  });
  children.add(child);
  const exit = once(child, 'exit').then(
    ([code, signal]) => ({ code, signal }) as { code: number | null; signal: NodeJS.Signals | null },
  );
  const port = once(child, 'message').then(([message]) => (message as { port: number }).port);
  return { child, port, exit };
}

async function publish(records: ReturnType<typeof closings>): Promise<void> {
  const producer = await kafka.producer();
  await producer.send([{ topic: intakeTopic(prefix, 'eldercare'), records }]);
  await producer.close();
}

async function settled(lake: LakeProcess, events: number): Promise<void> {
  const port = await lake.port;
  await eventually(async () => {
    const ready = (await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()) as {
      status: string;
      lag: number;
    };
    expect(ready).toMatchObject({ status: 'ready', lag: 0 });
    expect(await count(databases.lake, 'event')).toBe(events);
  });
}

async function stop(lake: LakeProcess): Promise<void> {
  lake.child.kill('SIGTERM');
  expect(await lake.exit).toEqual({ code: 0, signal: null });
}

/** The whole of a topic, per partition. */
async function downstream(
  topic = acceptedTopic(prefix, 'eldercare'),
): Promise<Map<number, IncomingRecord[]>> {
  const read = new Map<number, IncomingRecord[]>();
  const group = `${prefix}-${randomBytes(3).toString('hex')}`;
  const consumer = kafka.consumer({
    groupId: group,
    topics: [topic],
    concurrency: 1,
    stallMs: 60_000,
    onStalled: () => undefined,
  });
  await consumer.start({
    assigned: async () => 0n,
    revoked: () => undefined,
    handle: async (batch) => {
      read.set(batch.partition, [...(read.get(batch.partition) ?? []), ...batch.records]);
      return batch.records.at(-1)!.offset + 1n;
    },
  });
  await eventually(() => {
    const progress = consumer.progress();
    expect(consumer.isCurrent()).toBe(true);
    expect(progress).toHaveLength(PARTITIONS);
    for (const { nextOffset, highWatermark } of progress) expect(nextOffset).toBe(highWatermark);
  });
  await consumer.stop();
  return read;
}

/** At least one receipt of each record, first copies in the order of each intake partition. */
async function everyOutcomeTold(records: number): Promise<void> {
  await eventually(async () => {
    const waiting = await databases.lake.query(
      `SELECT 1 FROM lake.intake_partition p
       LEFT JOIN lake.receipt_publication r USING (domain, partition_no)
       WHERE p.next_offset > coalesce(r.next_offset, 0)`,
    );
    expect(waiting).toEqual([]);
  });
  const origins = [...(await downstream(receiptsTopic(prefix))).values()].flat().map(({ value }) => {
    const { data } = JSON.parse(value!.toString()) as { data: ReceiptData };
    return `${data.origin.partition}@${data.origin.offset}`;
  });
  const first = [...new Set(origins)].map((origin) => origin.split('@').map(Number) as [number, number]);
  expect(first).toHaveLength(records);
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const offsets = first.filter(([of]) => of === partition).map(([, offset]) => offset);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  }
}

describe('lake process on real Kafka', () => {
  it('given SIGKILL at every failpoint under load, when started again, then nothing is lost, doubled or out of order', async () => {
    let events = 0;
    for (const point of ['after-judge', 'before-commit', 'after-commit', 'after-publish', 'after-receipts']) {
      await publish([...closings(point, 500), broken(`bad-${point}`)]);
      events += 500;
      const dying = start(`lake.${point}:kill:3`);
      expect(await dying.exit).toEqual({ code: null, signal: 'SIGKILL' });
    }
    const lake = start();
    await settled(lake, events);
    expect(await count(databases.lake, 'quarantine')).toBe(5);
    expect(await count(databases.lake, 'receipt')).toBe(0);
    for (const [partition, records] of await downstream()) {
      const positions = records.map(({ headers }) => Number(headers['position']!.readBigInt64BE()));
      const [row] = await databases.lake.query<{ position: number }>(
        `SELECT p.position FROM lake.intake_partition p WHERE p.domain = 'eldercare' AND p.partition_no = $1`,
        [partition],
      );
      expect([...new Set(positions)]).toEqual(Array.from({ length: row!.position }, (_, i) => i + 1));
    }
    await everyOutcomeTold(events + 5);
    await stop(lake);
  }, 180_000);

  it('given a stop in mid-load, when started again, then the rest follows', async () => {
    const before = await count(databases.lake, 'event');
    const first = start();
    await first.port;
    await publish(closings('stop', 1_000));
    await stop(first);
    const second = start();
    await settled(second, before + 1_000);
    await publish([closing('stop-1')]);
    await eventually(async () => expect(await count(databases.lake, 'receipt')).toBe(1));
    await stop(second);
  }, 120_000);
});
