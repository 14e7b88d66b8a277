import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedTopic, readAcceptedEvent } from '@minhai/events';
import { idOf } from './fixtures/candidates.fixture.spec.js';
import { broken, catalogue, closing, closings } from './fixtures/intake.fixture.spec.js';
import { LakeUnderTest, PARTITIONS, PREFIX, eventually } from './fixtures/lake.fixture.spec.js';
import { count, statuses } from './fixtures/lake-database.fixture.spec.js';

let lake: LakeUnderTest;

beforeAll(async () => {
  lake = await LakeUnderTest.make('lake');
});

afterEach(async () => {
  await lake.stop();
  lake.exits.length = 0;
});

afterAll(() => lake.drop());

const range = (length: number): number[] => Array.from({ length }, (_, i) => i + 1);

/** Every position once in the lake, and its first copy downstream in order. */
async function everythingArrived(): Promise<void> {
  const rows = await lake.databases.lake.query<{ partition: number; position: number }>(
    `SELECT p.partition_no AS partition, p.position FROM lake.intake_partition p WHERE p.domain = 'eldercare'`,
  );
  for (const { partition, position } of rows) {
    const inLake = await lake.databases.lake.query<{ position: number }>(
      `SELECT e.position FROM lake.event e WHERE e.domain = 'eldercare' AND e.partition_no = $1 ORDER BY e.position`,
      [partition],
    );
    expect(inLake.map((row) => row.position)).toEqual(range(position));
    expect([...new Set(lake.accepted(partition))]).toEqual(range(position));
  }
}

describe('lake', () => {
  it('given good, bad, repeated and conflicting records, then each has one fate and the good ones go on', async () => {
    await lake.start();
    await lake.publish([closing('inst-a'), broken('inst-b'), closing('inst-c')], 0);
    await lake.publish([closing('inst-a'), closing('inst-c', { reason: 'another' })], 0);
    await lake.settled();
    const rows = await statuses(lake.databases.lake);
    expect(rows.map(({ event_id, status }) => [event_id, status]).sort()).toEqual(
      [
        [idOf('inst-a'), 'accepted'],
        [idOf('inst-a'), 'duplicate'],
        [idOf('inst-b'), 'quarantined'],
        [idOf('inst-c'), 'accepted'],
        [idOf('inst-c'), 'conflict'],
      ].sort(),
    );
    const [first] = lake.kafka.records(acceptedTopic(PREFIX, 'eldercare'), 0);
    expect(readAcceptedEvent(first!, catalogue)).toMatchObject({
      subject: 'inst-a',
      data: { reason: 'lease ended' },
    });
    await everythingArrived();
  });

  it('given the same file three times, then it is accepted once and nothing is missing downstream', async () => {
    await lake.start();
    const file = closings('thrice', 120);
    for (let i = 0; i < 3; i++) await lake.publish(file);
    await lake.settled();
    const [row] = await lake.databases.lake.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM lake.event e WHERE e.subject LIKE 'thrice-%'`,
    );
    expect(row!.n).toBe(120);
    await everythingArrived();
  });

  it('given ids shared by two partitions at the same time, then each is accepted once', async () => {
    const shared = closings('both', 150);
    await lake.publish(shared, 0);
    await lake.publish(shared.toReversed(), 1);
    await lake.start();
    await lake.settled();
    expect(await count(lake.databases.lake, `event WHERE subject LIKE 'both-%'`)).toBe(150);
    await everythingArrived();
  });

  it.each(['lake.after-judge', 'lake.before-commit', 'lake.after-commit', 'lake.after-publish'])(
    'given a crash at %s, when started again, then nothing is lost, nothing doubled, positions stay in order',
    async (point) => {
      const before = await count(lake.databases.lake, 'event');
      await lake.publish(closings(`crash-${point.slice(5)}`, 130));
      await lake.start({ MINHAI_FAILPOINT: `${point}:throw:2` });
      await eventually(() => expect(lake.exits).toContain(1));
      await lake.stop();
      await lake.start();
      await lake.settled();
      expect(await count(lake.databases.lake, 'event')).toBe(before + 130);
      await everythingArrived();
    },
  );

  it('given partitions taken away and given back under load, then nothing is lost and nobody crashes', async () => {
    await lake.start();
    const before = await count(lake.databases.lake, 'event');
    for (let i = 0; i < 6; i++) {
      await lake.publish(closings(`rebalance-${i}`, 100));
      lake.kafka.expireSessions('minhai-lake');
    }
    await lake.settled();
    expect(await count(lake.databases.lake, 'event')).toBe(before + 600);
    expect(lake.exits).toEqual([]);
    await everythingArrived();
  });

  it('given PostgreSQL connections cut again and again, then the batches are repeated and nothing is lost', async () => {
    await lake.start();
    const before = await count(lake.databases.lake, 'event');
    const owner = lake.databases.as('minhai_lake');
    for (let i = 0; i < 5; i++) {
      await lake.publish(closings(`cut-${i}`, 100));
      await owner.query(
        `SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.application_name = 'minhai-lake'
         AND a.datname = current_database()`,
      );
    }
    await lake.settled();
    expect(await count(lake.databases.lake, 'event')).toBe(before + 500);
    await everythingArrived();
  });

  it('given a second process on the same partitions, then the first is fenced and ends', async () => {
    await lake.start();
    await lake.publish(closings('fence-a', 10));
    await lake.settled();
    await lake.databases.as('minhai_owner').query('UPDATE lake.intake_partition SET epoch = epoch + 1');
    const before = await count(lake.databases.lake, 'event');
    await lake.publish(closings('fence-b', 10));
    await eventually(() => expect(lake.exits).toContain(1));
    await lake.stop();
    await lake.start();
    await lake.settled();
    expect(await count(lake.databases.lake, 'event')).toBe(before + 10);
  });

  it('given a value PostgreSQL refuses for reasons of ours, then that event alone is held as a system fault', async () => {
    const owner = lake.databases.as('minhai_owner');
    await owner.query(`CREATE FUNCTION lake.refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.subject = 'poison' THEN RAISE EXCEPTION USING ERRCODE = '22021'; END IF; RETURN NEW; END $$`);
    await owner.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON lake.event FOR EACH ROW EXECUTE FUNCTION lake.refuse()',
    );
    try {
      await lake.publish([...closings('well', 30), closing('poison'), ...closings('fine', 30)], 1);
      await lake.start();
      await lake.settled();
      const held = await lake.databases.lake.query(
        `SELECT q.event_id, q.cause_class FROM lake.quarantine q WHERE q.code = 'HANDLER_ERROR'`,
      );
      expect(held).toEqual([{ event_id: idOf('poison'), cause_class: 'system' }]);
      expect(await count(lake.databases.lake, `event WHERE subject ~ '^(well|fine)-'`)).toBe(60);
      await everythingArrived();
    } finally {
      // The lake reads the partitions of this table, too: dropping beside it may deadlock.
      await lake.stop();
      await owner.query('DROP FUNCTION lake.refuse() CASCADE');
    }
  });

  it('given a broker that takes nothing for a while, then accepted events wait and follow in order', async () => {
    await lake.publish(closings('away', 200));
    await lake.start();
    lake.kafka.setAvailable(false);
    await new Promise((resolve) => setTimeout(resolve, 300));
    lake.kafka.setAvailable(true);
    await lake.settled();
    await everythingArrived();
  });

  it('given published positions lost, when started again, then everything is published again from the lake', async () => {
    await lake.databases.as('minhai_owner').query('TRUNCATE lake.publication');
    const earlier = lake.kafka.records(acceptedTopic(PREFIX, 'eldercare'), 0).slice(0, 3);
    const length = lake.accepted(0).length;
    await lake.start();
    await lake.settled();
    const repeated = lake.kafka.records(acceptedTopic(PREFIX, 'eldercare'), 0).slice(length, length + 3);
    expect(repeated.map(({ key, value, headers }) => ({ key, value, headers }))).toEqual(
      earlier.map(({ key, value, headers }) => ({ key, value, headers })),
    );
    expect(PARTITIONS).toBe(2);
    await everythingArrived();
  });
});
