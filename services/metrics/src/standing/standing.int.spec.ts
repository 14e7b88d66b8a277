import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@minhai/postgres';
import {
  beds,
  elderly,
  hukouOfQingpu,
  opened,
  socialWorkerCertified,
  voided,
} from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { verifyMetrics } from '../index.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';

let house: House;
const late = beds('chn-1', 20, 190, { time: '2023-05-01', bedType: 'NURSING', reason: 'EXPANSION' });

beforeAll(async () => {
  const database = await metricsDatabase('standing');
  house = new House(database);
  await house.start();
  await house.accept([
    opened('chn-1', '2019-06-01', '310105001'),
    beds('chn-1', 170, 170, { time: '2019-12-31', bedType: 'NURSING' }),
    beds('chn-1', 330, 330, { time: '2019-12-31' }),
    elderly(20_000, '2021-01-10'),
    late,
    beds('chn-1', -20, 310, { time: '2023-05-01', reason: 'REDUCTION' }),
    beds('chn-1', 10, 200, { time: '2023-12-05', bedType: 'NURSING', reason: 'EXPANSION' }),
    beds('chn-1', -10, 300, { time: '2023-12-05', reason: 'REDUCTION' }),
  ]);
  await house.settled();
});

afterAll(() => house.close());

const ROW = `SELECT period_end, value, base, target, status, breach, missing, required_per_year, actual_per_year, projected,
    shortfall, counted_unit, counted_zh, summary_zh, summary_en
  FROM gold.indicator_progress WHERE indicator_id = 'chn-nursing-bed-share' AND period_end = '2023-12-31'`;

const expected = {
  period_end: '2023-12-31',
  value: '40.00',
  base: '34',
  target: '60',
  status: 'behind',
  breach: false,
  missing: '100',
  required_per_year: '10.00',
  actual_per_year: '6.00',
  projected: '52.00',
  shortfall: '40',
  counted_unit: '张',
  counted_zh: '护理型床位',
  summary_zh: '按近12个月进度，到2025-12-31 还差 40 张护理型床位',
  summary_en: '40 nursing-type beds short by 2025-12-31 at the pace of the last 12 months',
};

describe('where a plan stands', () => {
  it('is answered for any day in units people act on', async () => {
    const { outlook, status, breach } = await house.indicator('chn-nursing-bed-share', 'asOf=2023-12-31');
    expect([status, breach, outlook.shortfall?.amount]).toEqual(['behind', false, '40']);
    expect(outlook.summary?.zh).toBe(expected.summary_zh);
    const kept = await house.indicator('chn-eldercare-bed-share-of-registered-elderly', 'asOf=2023-12-31');
    expect(kept).toMatchObject({ value: '2.50', status: 'behind', breach: true });
  });

  it('is a row of every month end, in the transaction of the values, for analysts to read', async () => {
    const analyst = openDatabase({ url: house.database.url('analyst'), applicationName: 'spec' });
    try {
      expect(await analyst.query(ROW)).toEqual([expected]);
      const [{ months, values }] = (await analyst.query<{ months: number; values: number }>(
        `SELECT (SELECT count(*) FROM gold.indicator_progress)::int AS months,
          (SELECT count(*) FROM gold.indicator_value v JOIN gold.indicator i ON i.id = v.indicator_id AND i.district = v.region)::int AS values`,
      )) as [{ months: number; values: number }];
      expect(months).toBe(values);
      expect(
        await analyst.query(
          `SELECT 1 FROM gold.indicator_progress WHERE breach AND indicator_id LIKE 'qpu-%'`,
        ),
      ).toEqual([]);
      await expect(analyst.query(`DELETE FROM gold.indicator_progress`)).rejects.toThrow('cannot delete');
    } finally {
      await analyst.close();
    }
  });

  it('has a comment on every column', async () => {
    const bare = await house.sql<{ column: string }>(
      `SELECT a.attrelid::regclass::text || '.' || a.attname AS column FROM pg_attribute a
       WHERE a.attrelid IN ('gold.indicator_progress'::regclass, 'gold.indicator_series'::regclass) AND a.attnum > 0
         AND col_description(a.attrelid, a.attnum) IS NULL`,
    );
    expect(bare).toEqual([]);
  });

  it('follows when what it rests on is taken back, and is rebuilt the same after a restart', async () => {
    await house.accept([voided(late, '2024-02-01')]);
    await house.settled();
    expect(await house.sql(ROW)).toMatchObject([{ value: '37.50', actual_per_year: expect.anything() }]);
    const all = () =>
      house.sql(
        `SELECT md5(string_agg(p::text, '|' ORDER BY p.indicator_id, p.period_end)) FROM metrics.indicator_progress p`,
      );
    const before = await all();
    await house.service.stop();
    await house.startService();
    await house.settled();
    expect(await all()).toEqual(before);
  });

  it('follows when only what the target is a share of moves', async () => {
    const target = async () =>
      (
        await house.sql<{ target: string | null; status: string | null }>(
          `SELECT target, status FROM metrics.indicator_progress
           WHERE indicator_id = 'qpu-certified-social-workers' AND period_end = '2021-12-31'`,
        )
      )[0];
    await house.accept([
      socialWorkerCertified('per_00000001', '2021-03-01'),
      socialWorkerCertified('per_00000002', '2022-03-01'),
    ]);
    await house.settled();
    expect(await target()).toEqual({ target: null, status: null });
    await house.accept([hukouOfQingpu(1000, '2020-12-31')]);
    await house.settled();
    expect(await target()).toEqual({ target: '1', status: 'met' });
    // One social worker is too few to say so to analysts.
    expect(
      await house.sql(
        `SELECT value, status, summary_zh, breach, withheld FROM gold.indicator_progress
         WHERE indicator_id = 'qpu-certified-social-workers' AND period_end = '2021-12-31'`,
      ),
    ).toEqual([{ value: null, status: null, summary_zh: null, breach: false, withheld: true }]);
  });

  it('is verified like all figures', async () => {
    const verify = () => verifyMetrics({ databaseUrl: house.database.url('minhai_metrics') });
    const { equal, differences, counts } = await verify();
    expect(differences).toEqual([]);
    expect([equal, counts.indicator_progress.live > 50]).toEqual([true, true]);
    await house.sql(
      `UPDATE metrics.indicator_progress SET status = 'met' WHERE indicator_id = 'chn-nursing-bed-share' AND period_end = '2023-12-31'`,
    );
    expect(await verify()).toMatchObject({
      equal: false,
      counts: { indicator_progress: { different: 2 } },
      differences: [
        {
          table: 'indicator_progress',
          only: 'live',
          row: { periodEnd: '2023-12-31', values: { status: 'met' } },
        },
        { table: 'indicator_progress', only: 'recomputed', row: { values: { status: 'behind' } } },
      ],
    });
  });
});

describe('gold.indicator_series', () => {
  it('gives month, quarter and year ends; the last month that moved stands for the end of its quarter and year', async () => {
    const rows = await house.sql(
      `SELECT grain, period_end, value FROM gold.indicator_series
       WHERE indicator_id = 'chn-eldercare-beds' AND region = '310105' AND period_end >= '2020-01-01' AND period_end <= '2020-12-31'
         AND grain <> 'month' ORDER BY grain, period_end`,
    );
    expect(rows).toEqual([
      ...['2020-03-31', '2020-06-30', '2020-09-30', '2020-12-31'].map((period_end) => ({
        grain: 'quarter',
        period_end,
        value: '500',
      })),
      { grain: 'year', period_end: '2020-12-31', value: '500' },
    ]);
    const [{ count }] = (await house.sql<{ count: number }>(
      `SELECT count(*)::int FROM gold.indicator_series s WHERE s.grain = 'month' AND s.indicator_id = 'chn-eldercare-beds' AND s.region = '310105'`,
    )) as [{ count: number }];
    expect(count).toBeGreaterThan(40);
  });
});
