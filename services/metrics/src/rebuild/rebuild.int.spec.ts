import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@minhai/testing';
import { beds, elderly, opened } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { rebuildMetrics, verifyMetrics } from '../index.js';
import { lakeTables } from '../lake-tables.fixture.js';
import { migrations, schemaName } from '../migrations.js';
import { PartThreads } from './part-threads.js';

let house: House;
let total = 100;

beforeAll(async () => {
  house = new House(
    await testDatabase({ name: 'rebuild', migrations: [{ name: schemaName, migrations }, lakeTables] }),
  );
  await house.start();
  await house.accept([
    opened('chn-1', '2019-06-01', '310105001'),
    beds('chn-1', 100, 100, { time: '2019-12-31' }),
    elderly(4500, '2021-01-10'),
  ]);
  await house.settled();
});

afterAll(() => house.close());

const databaseUrl = (): string => house.database.url('minhai_metrics');

/** One more bed, every day of 2020 in turn. */
async function addBed(): Promise<void> {
  total++;
  const day = new Date(Date.UTC(2020, 0, total - 100)).toISOString().slice(0, 10);
  await house.accept([beds('chn-1', 1, total, { time: day, reason: 'EXPANSION' })]);
}

const bedsNow = async () => (await house.indicator('chn-eldercare-beds', 'asOf=2020-12-31')).value;

const differences = async () => (await verifyMetrics({ databaseUrl: databaseUrl() })).differences;

describe('a rebuild under a running service', () => {
  it('given events that keep arriving, every table and figure is exact, and the service goes on', async () => {
    let adding = Promise.resolve();
    await rebuildMetrics({ databaseUrl: databaseUrl(), progress: () => (adding = adding.then(addBed)) });
    await adding;
    for (let i = 0; i < 5; i++) await addBed();
    await house.settled();
    expect(await bedsNow()).toBe(String(total));
    expect(total).toBeGreaterThan(105);
    expect(await differences()).toEqual([]);
  });

  it.each([1, 3])(
    'given tampered tables, facts and figures are put right together, by %i threads',
    async (threads) => {
      await house.sql(`UPDATE metrics.cell SET amount = amount + 3 WHERE measure = 'eldercare.beds'`);
      await house.sql(
        `UPDATE metrics.indicator_value SET value = 9 WHERE indicator_id = 'chn-eldercare-beds'`,
      );
      await rebuildMetrics({ databaseUrl: databaseUrl(), threads });
      const [row] = await house.sql<{ value: string }>(
        `SELECT value FROM metrics.indicator_value WHERE indicator_id = 'chn-eldercare-beds' AND region = '310105'
       ORDER BY period_end DESC LIMIT 1`,
      );
      expect(row).toEqual({ value: String(total) });
      expect(await differences()).toEqual([]);
    },
  );

  it.each([1, 2])(
    'given an end in the middle, with %i threads, what is there stays, and progress tells of it until the next run',
    async (threads) => {
      const killed = rebuildMetrics({
        databaseUrl: databaseUrl(),
        threads,
        progress: ({ phase }) => {
          if (phase === 'derive') throw new Error('killed');
        },
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await differences()).toEqual([]);
      expect(await house.get('/v1/progress')).toMatchObject({
        settled: true,
        rebuild: { total: expect.any(Number) },
      });
      await rebuildMetrics({ databaseUrl: databaseUrl() });
      expect(await house.get('/v1/progress')).toMatchObject({ rebuild: null });
    },
  );
});

describe('a thread of a rebuild', () => {
  const order = { schema: schemaName, token: '00000000-0000-4000-8000-000000000000', numbers: [] };
  const part = { phase: 'derive', after: '', last: null } as const;
  let threads: PartThreads;

  afterEach(() => threads.close());

  it('given a part that fails, says so as what it is, with its own trace, and does not wait for ever', async () => {
    threads = new PartThreads(1, { databaseUrl: databaseUrl(), order });
    await expect(threads.run(part, () => undefined)).rejects.toMatchObject({
      policy: 'crash',
      message: expect.stringContaining('metrics_next.history'),
      cause: { stack: expect.stringMatching(/\n +at /) },
    });
  });

  it('given no database, fails so that it may be tried again', async () => {
    threads = new PartThreads(1, { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', order });
    await expect(threads.run(part, () => undefined)).rejects.toMatchObject({ policy: 'retry' });
  });

  it('given an end before its part, says that it has ended', async () => {
    threads = new PartThreads(1, { databaseUrl: databaseUrl(), order });
    const run = threads.run(part, () => undefined);
    await Promise.all([
      expect(run).rejects.toMatchObject({
        policy: 'crash',
        message: expect.stringContaining('ended before'),
      }),
      threads.close(),
    ]);
  });
});

describe('a start with other definitions than those of the tables', () => {
  it('rebuilds by itself, serves meanwhile, and goes on folding', async () => {
    await house.service.stop();
    await house.sql(
      `UPDATE metrics.fact_definition SET fingerprint = 'older' WHERE name = 'eldercare.bed-capacity'`,
    );
    await house.sql(`UPDATE metrics.fact_row SET amount = amount + 1 WHERE measure = 'eldercare.beds'`);
    await addBed();
    await house.startService();
    expect(await house.get('/v1/progress')).toMatchObject({ settled: false });
    await house.settled();
    await addBed();
    await house.settled();
    expect(await bedsNow()).toBe(String(total));
    expect(await differences()).toEqual([]);
  });
});
