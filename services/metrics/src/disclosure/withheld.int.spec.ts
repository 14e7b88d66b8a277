import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAL_ROLE, type Database, openDatabase } from '@minhai/postgres';
import { TEST_DATABASE_URL } from '@minhai/testing';
import { socialWorkerCertified, streetEstablished } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { verifyMetrics } from '../index.js';
import type { IndicatorWithBreakdown } from '../indicators-api/indicators.service.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import type { QualityAnswer } from '../quality/quality-answer.js';
import { openReaders } from '../readers/open-readers.js';
import type { SeriesAnswer } from '../series/series.api.js';
import { linearInterval } from './linear-attack.fixture.spec.js';

const ID = 'qpu-certified-social-workers';
const DISTRICT = '310118';
const K = 5;
/** Social workers by 街镇 in March; three are few, and the district would give them back. */
const MARCH = { '310118001': 3, '310118002': 40, '310118003': 22, '310118004': 9 } as const;
const STREETS = Object.keys(MARCH);
const MONTH_ENDS = ['2021-03-31', '2021-04-30', '2021-05-31', '2021-06-30'];
const TRUTH: Readonly<Record<string, readonly number[]>> = {
  '310118001': [3, 3, 3, 3],
  '310118002': [40, 40, 40, 40],
  '310118003': [22, 22, 22, 29],
  '310118004': [9, 9, 9, 9],
  [DISTRICT]: [74, 74, 74, 81],
};

let house: House;
let analyst: Database;
let admin: Database;
let token: string;
let people = 0;

const certified = (street: string, count: number, time: string) =>
  Array.from({ length: count }, () => ({
    ...socialWorkerCertified(`per_${String(++people).padStart(8, '0')}`, time),
    streetId: street,
  }));

beforeAll(async () => {
  const database = await metricsDatabase('withheld');
  house = new House(database);
  await house.start();
  await house.accept([
    ...STREETS.map((street) => streetEstablished(street, '2000-01-01')),
    ...Object.entries(MARCH).flatMap(([street, count]) => certified(street, count, '2021-03-01')),
    ...certified('310118003', 7, '2021-06-10'),
  ]);
  await house.settled();
  analyst = openDatabase({ url: database.url('analyst'), applicationName: 'spec' });
  const url = new URL(process.env[TEST_DATABASE_URL]!);
  url.pathname = new URL(database.url('analyst')).pathname;
  admin = openDatabase({ url: url.toString(), applicationName: 'spec', maxConnections: 1 });
  const { readers, close } = openReaders(database.url('minhai_metrics'));
  ({ token } = await readers.create('zhou.li', ['small-cells']));
  await close();
});

afterAll(async () => {
  await analyst.close();
  await admin.close();
  await house.close();
});

async function get<T>(path: string, authorised = false): Promise<T> {
  const headers: Record<string, string> = authorised ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${house.service.url}${path}`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** By region; null: withheld. */
type Published = Readonly<Record<string, string | null>>;

/** What an attacker learns of every withheld count: at least k possible values, one of them k or more. */
function expectSafe(published: Published): void {
  const shown = [...STREETS, DISTRICT].map((region) => published[region]!);
  const counts = shown.map((count) => Number(count ?? 0));
  const mask = shown.map((count) => count === null);
  const last = shown.length - 1;
  expect(mask[0]).toBe(true);
  for (let column = 0; column <= last; column++) {
    if (!mask[column]) continue;
    const { low, high } = linearInterval(
      [counts, counts],
      [mask, mask.map((withheld, i) => i < last || withheld)],
      (row, at) => row === 1 && at < last,
      { row: 0, column },
    );
    expect(high - low + 1).toBeGreaterThanOrEqual(K);
    expect(high).toBeGreaterThanOrEqual(K);
  }
}

const byRegion = (figures: readonly { region: string; numerator: string | null }[]): Published =>
  Object.fromEntries(figures.map(({ region, numerator }) => [region, numerator]));

const seriesOf = (region: string, authorised = false) =>
  get<SeriesAnswer>(
    `/v1/indicators/${ID}/series?by=month&from=2021-03-01&to=2021-06-30&region=${region}`,
    authorised,
  );

describe('an anonymous reader', () => {
  it.each(['then', 'now'])('cannot recover a small count from a breakdown organised as %s', async (how) => {
    const answer = await get<IndicatorWithBreakdown>(`/v1/indicators/${ID}?asOf=2021-03-31&organised=${how}`);
    const streets = answer.breakdown!.map(({ street, ...figures }) => ({ region: street, ...figures }));
    expect(streets.find(({ region }) => region === '310118001')).toEqual({
      region: '310118001',
      value: null,
      numerator: null,
      denominator: null,
      withheld: true,
    });
    expectSafe(byRegion([...streets, { region: DISTRICT, numerator: answer.numerator }]));
  });

  it('given a breakdown of one 街镇, is told what the whole breakdown tells of it', async () => {
    const whole = await get<IndicatorWithBreakdown>(`/v1/indicators/${ID}?asOf=2021-03-31`);
    for (const row of whole.breakdown!) {
      const one = await get<IndicatorWithBreakdown>(
        `/v1/indicators/${ID}?asOf=2021-03-31&street=${row.street}`,
      );
      expect(one.breakdown).toEqual([row]);
    }
    expect(whole.breakdown!.filter(({ withheld }) => withheld).length).toBeGreaterThan(1);
  });

  it('cannot recover it from the series of all regions, at any of their dates', async () => {
    const series = await Promise.all([...STREETS, DISTRICT].map((region) => seriesOf(region)));
    for (const i of MONTH_ENDS.keys())
      expectSafe(byRegion(series.map(({ region, points }) => ({ region, ...points[i]! }))));
  });

  it('given a mean over days on which it is withheld, is not told it either', async () => {
    const mean = await get<SeriesAnswer>(
      `/v1/indicators/${ID}/series?by=month&from=2021-04-01&to=2021-05-31&aggregate=mean&region=310118001`,
    );
    expect(mean.points.map(({ numerator, withheld }) => [numerator, withheld])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  it('given a comparison or the figures of quality, sees the same', async () => {
    const { pairs } = await get<{ pairs: { indicators: { id: string; withheld: boolean }[] }[] }>(
      `/v1/compare?asOf=2021-03-01&indicators=${ID},chn-eldercare-beds`,
    );
    expect(pairs[0]!.indicators[0]).toMatchObject({ numerator: '74', withheld: false });
    const { figures } = await get<QualityAnswer>(`/v1/indicators/${ID}/quality?asOf=2021-03-01`);
    expect(figures).toMatchObject({ numerator: '74', withheld: false });
  });
});

describe('a reader with the right small-cells', () => {
  it('sees everything', async () => {
    for (const region of [...STREETS, DISTRICT]) {
      const { points } = await seriesOf(region, true);
      expect(points.map(({ numerator }) => Number(numerator))).toEqual(TRUTH[region]);
      expect(points.some(({ withheld }) => withheld)).toBe(false);
    }
  });
});

const FIGURES = `SELECT v.region, v.numerator, v.value, v.withheld FROM gold.indicator_value v
  WHERE v.indicator_id = '${ID}' AND v.period_end = `;

describe('an analyst', () => {
  it('cannot recover a small count from gold.indicator_value or gold.indicator_series', async () => {
    for (const day of MONTH_ENDS) {
      const rows = await analyst.query<{ region: string; numerator: string | null; value: string | null }>(
        `${FIGURES} '${day}'`,
      );
      expectSafe(byRegion(rows));
      for (const { value, numerator } of rows) expect(value === null).toBe(numerator === null);
    }
    const series = await analyst.query<{ region: string; numerator: string | null }>(
      `SELECT s.region, s.numerator FROM gold.indicator_series s
       WHERE s.indicator_id = '${ID}' AND s.grain = 'quarter' AND s.period_end = '2021-06-30'`,
    );
    expectSafe(byRegion(series));
    const guess = `SELECT 1 FROM gold.indicator_value v WHERE v.indicator_id = '${ID}' AND v.value = 3`;
    expect(await analyst.query(guess)).toEqual([]);
  });

  it('cannot count the rows behind it, and is not let near the table', async () => {
    for (const view of ['fact', 'fact_history'])
      expect(
        await analyst.query(
          `SELECT f.street, count(*) FROM gold.${view} f WHERE f.fact = 'community.social-workers' GROUP BY 1`,
        ),
      ).toEqual([]);
    await expect(analyst.query('SELECT 1 FROM metrics.indicator_value')).rejects.toThrow('permission denied');
  });

  it('given indicator and region, reads by the primary key', async () => {
    const plan = await analyst.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT v.value FROM gold.indicator_value v WHERE v.indicator_id = '${ID}' AND v.region = '310118001'`,
      );
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('indicator_value_pkey');
    expect(text).toMatch(/Index Cond: .*indicator_id.*region/);
  });
});

describe('a member of the group', () => {
  const asMember = <Row extends object>(text: string): Promise<Row[]> =>
    admin.transaction(async (tx) => {
      await tx.query(`SET LOCAL ROLE ${PERSONAL_ROLE}`);
      return tx.query<Row>(text);
    });

  it('sees everything in SQL, and that others do not', async () => {
    const rows = await asMember<{ region: string; numerator: string; withheld: boolean }>(
      `${FIGURES} '2021-03-31' ORDER BY v.region`,
    );
    expect(rows.map(({ region, numerator }) => [region, Number(numerator)])).toEqual(
      [DISTRICT, ...STREETS].map((region) => [region, TRUTH[region]![0]]),
    );
    expect(rows.find(({ region }) => region === '310118001')!.withheld).toBe(true);
    expect(
      await asMember(
        `SELECT count(*)::int FROM gold.fact f WHERE f.fact = 'community.social-workers' AND f.street = '310118001'`,
      ),
    ).toEqual([{ count: 3 }]);
  });
});

describe('what is stored', () => {
  it('announces a withheld region without its figures', () => {
    const bodies = house.kafka
      .records('mca.indicator.changed', 0)
      .map(({ value }) => JSON.parse(value!.toString()) as { indicator: string; region: string });
    const last = bodies.findLast(({ indicator, region }) => indicator === ID && region === '310118001');
    expect(last).toMatchObject({
      newest: { value: null, numerator: null, denominator: null, withheld: true },
    });
  });

  it('is verified, flag by flag, and decided anew at a start', async () => {
    const databaseUrl = house.database.url('minhai_metrics');
    expect(await verifyMetrics({ databaseUrl })).toMatchObject({ equal: true, differences: [] });
    await house.sql(
      `UPDATE metrics.indicator_value SET withheld = NOT withheld WHERE indicator_id = '${ID}' AND period_end = '2021-03-31'`,
    );
    const { equal, counts } = await verifyMetrics({ databaseUrl });
    expect([equal, counts.indicator_value.different]).toEqual([false, 10]);
    await house.service.stop();
    await house.startService();
    // At rest from the first moment on: the start itself is waited for.
    const isShown = async () =>
      (
        await house.sql<{ withheld: boolean }>(
          `SELECT withheld FROM metrics.indicator_value
           WHERE indicator_id = '${ID}' AND region = '${DISTRICT}' AND period_end = '2021-03-31'`,
        )
      )[0]!.withheld === false;
    for (let i = 0; i < 200 && !(await isShown()); i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await house.settled();
    expect(await verifyMetrics({ databaseUrl })).toMatchObject({ equal: true });
  });
});
