import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@minhai/postgres';
import { beds, elderly, opened, voided } from './accepted-events.fixture.js';
import type { AnnouncementBody } from './flush/announcement.js';
import { House } from './house.fixture.js';
import { type IndicatorAnswer, verifyMetrics } from './index.js';
import { metricsDatabase } from './metrics-database.fixture.spec.js';

let house: House;
const mistaken = beds('chn-1', -10, 90, { time: '2020-05-01', recorded: '2020-05-01', reason: 'REDUCTION' });

beforeAll(async () => {
  const database = await metricsDatabase('metrics');
  house = new House(database);
  await house.start();
  await house.accept([
    opened('chn-1', '2019-06-01', '310105001'),
    beds('chn-1', 100, 100, { time: '2019-12-31' }),
    mistaken,
    voided(mistaken, '2020-08-01'),
    opened('chn-2', '2020-06-01', '310105002'),
    beds('chn-2', 30, 30, {
      time: '2020-06-01',
      reason: 'NEW_BUILD',
      bedType: 'NURSING',
      street: '310105002',
    }),
    beds('chn-2', 5, 35, {
      time: '2020-11-20',
      recorded: '2021-02-10',
      reason: 'EXPANSION',
      bedType: 'NURSING',
      street: '310105002',
    }),
    elderly(4500, '2021-01-10'),
  ]);
  await house.settled();
});

afterAll(() => house.close());

describe('accepted events become figures', () => {
  it('answers the district’s indicators in the agreed form', async () => {
    const indicator = await house.indicator('chn-eldercare-bed-share-of-registered-elderly');
    expect(indicator).toEqual({
      id: 'chn-eldercare-bed-share-of-registered-elderly',
      district: '310105',
      name: { zh: '养老床位数占同期户籍老年人口数比重', en: 'beds as share of registered (hukou) elderly' },
      unit: '%',
      kind: 'RATIO',
      property: 'binding',
      asOf: '2020-12-31',
      knownAt: null,
      value: '3.00',
      numerator: '135',
      denominator: '4500',
      withheld: false,
      base: { asOf: '2020-12-31', published: '3', computed: '3.00', match: true },
      target: { literal: '3 以上', comparator: 'gte', value: '3', year: 2025 },
      completion: '1.0000',
      status: 'maintain',
      breach: false,
      breachReason: null,
      outlook: {
        targetDay: '2025-12-31',
        monthsLeft: '60.00',
        missing: { amount: '0', unit: '张', zh: '养老床位', en: 'elder-care beds' },
        required: { perMonth: '0.00', perYear: '0.00' },
        actual: null,
        projected: null,
        shortfall: null,
        never: false,
        summary: { zh: '目标已达到', en: 'target reached' },
      },
      findings: [{ rule: 'LATE_REPORT', severity: 'info', count: 1 }],
      source: {
        document: '长宁区民政事业发展“十四五”规划',
        section: '二（四）主要指标',
        quote: '约束性 % 3 3 以上',
      },
      breakdown: null,
    });
  });

  it('lists one district in the plan’s order, and all without a district', async () => {
    const one = (await house.get('/v1/indicators?district=310105&asOf=2020-12-31')) as {
      indicators: IndicatorAnswer[];
    };
    expect(one.indicators[0]?.id).toBe('chn-eldercare-bed-share-of-registered-elderly');
    expect(new Set(one.indicators.map(({ district }) => district))).toEqual(new Set(['310105']));
    const all = (await house.get('/v1/indicators')) as { indicators: IndicatorAnswer[] };
    expect(new Set(all.indicators.map(({ district }) => district))).toEqual(new Set(['310105', '310118']));
  });

  it('breaks additive figures and ratios down by 街镇, summing to the district', async () => {
    const total = await house.indicator('chn-eldercare-beds');
    expect(total.value).toBe('135');
    expect(total.breakdown).toEqual([
      { street: '310105001', value: '100', numerator: '100', denominator: null, withheld: false },
      { street: '310105002', value: '35', numerator: '35', denominator: null, withheld: false },
    ]);
    const nursing = await house.indicator('chn-nursing-bed-share', 'asOf=2020-12-31&street=310105002');
    expect(nursing.breakdown).toEqual([
      { street: '310105002', value: '100.00', numerator: '35', denominator: '35', withheld: false },
    ]);
  });

  it('answers as known at an earlier time: late events, voids and denominators as they were then', async () => {
    const value = async (knownAt: string, id = 'chn-eldercare-beds') =>
      (await house.indicator(id, `asOf=2020-12-31&knownAt=${knownAt}T00:00:00%2B08:00`)).value;
    expect(await value('2020-07-01')).toBe('120');
    expect(await value('2021-01-15')).toBe('130');
    expect(await value('2021-03-01')).toBe('135');
    expect(await value('2021-01-01', 'chn-eldercare-bed-share-of-registered-elderly')).toBeNull();
    const known = await house.indicator(
      'chn-eldercare-beds',
      'asOf=2020-12-31&knownAt=2021-01-15T00:00:00%2B08:00',
    );
    expect(known.knownAt).toBe('2021-01-15T00:00:00+08:00');
    expect(known.findings).toEqual([]);
  });

  it('keeps month ends in gold, readable to analysts and to nobody’s writing', async () => {
    const analyst = openDatabase({ url: house.database.url('analyst'), applicationName: 'spec' });
    try {
      const rows = await analyst.query<{ period_end: string; value: string }>(
        `SELECT period_end, value FROM gold.indicator_value WHERE indicator_id = 'chn-eldercare-beds' AND region = '310105' ORDER BY 1`,
      );
      expect(rows[0]).toEqual({ period_end: '2019-12-31', value: '100' });
      expect(rows.at(-1)).toEqual({ period_end: '2020-11-30', value: '135' });
      expect(
        await analyst.query(`SELECT entity FROM gold.fact WHERE fact = 'eldercare.bed-capacity' LIMIT 1`),
      ).toHaveLength(1);
      expect(await analyst.query(`SELECT 1 FROM gold.indicator`)).not.toHaveLength(0);
      await expect(analyst.query(`DELETE FROM gold.indicator_value`)).rejects.toThrow('permission denied');
      await expect(analyst.query(`SELECT 1 FROM metrics.fact_row`)).rejects.toThrow('permission denied');
    } finally {
      await analyst.close();
    }
  });

  it('announces every indicator and region that changed', async () => {
    const bodies = house.kafka.records('mca.indicator.changed', 0).map(
      ({ value }) =>
        JSON.parse(value!.toString()) as {
          indicator: string;
          region: string;
          newest: { value: string } | null;
        },
    );
    const beds = bodies.findLast(
      ({ indicator, region }) => indicator === 'chn-eldercare-beds' && region === '310105',
    );
    expect(beds?.newest?.value).toBe('135');
  });

  it.each([
    'asOf=2020-02-30',
    'district=3101',
    'knownAt=2021-01-15',
    'colour=red',
    'asOf=2020-01-01&asOf=2020-01-02',
  ])('refuses %s with a problem of code QUERY', async (query) => {
    const response = await fetch(`${house.service.url}/v1/indicators?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'QUERY' });
  });

  it('answers 404 for an indicator nobody defined', async () => {
    const response = await fetch(`${house.service.url}/v1/indicators/chn-happiness`);
    expect(response.status).toBe(404);
  });
});

describe('what goes wrong goes right', () => {
  const stored = () =>
    house.sql<{ md5: string }>(
      `SELECT md5(string_agg(v::text, '|' ORDER BY v.indicator_id, v.region, v.period_end)) FROM metrics.indicator_value v`,
    );

  it('given the same records again, changes nothing', async () => {
    const before = await stored();
    const again = beds('chn-1', 1, 1, { time: '2020-01-01' });
    await house.send({ domain: 'eldercare', partition: 0, position: 1, event: again });
    await house.settled();
    expect(await stored()).toEqual(before);
  });

  it('given positions that Kafka lost, fills them from the lake', async () => {
    await house.accept([beds('chn-1', 7, 107, { time: '2021-05-01', reason: 'EXPANSION' })], { sent: false });
    await house.accept([beds('chn-1', 1, 108, { time: '2021-05-02', reason: 'EXPANSION' })]);
    await house.settled();
    expect((await house.indicator('chn-eldercare-beds', 'asOf=2021-12-31')).value).toBe('143');
  });

  it('given positions that Kafka lost and nothing after them, catches up from the lake', async () => {
    const added = beds('chn-1', 2, 110, { time: '2021-06-01', reason: 'EXPANSION' });
    await house.accept([added], { sent: false });
    await house.settled();
    expect((await house.indicator('chn-eldercare-beds', 'asOf=2021-12-31')).value).toBe('145');
    const told = house.kafka
      .records('mca.indicator.changed', 0)
      .map(({ value }) => JSON.parse(value!.toString()) as AnnouncementBody)
      .findLast(({ indicator, region }) => indicator === 'chn-eldercare-beds' && region === '310105');
    expect(told).toMatchObject({
      from: '2021-06-30',
      to: '2021-06-30',
      months: 1,
      newest: { periodEnd: '2021-06-30', value: '145' },
      previous: null,
      causes: { count: 1, events: [added.id] },
    });
  });

  it('given a restart, resumes from its own offsets and keeps every value', async () => {
    const before = await stored();
    await house.service.stop();
    await house.accept([beds('chn-1', 3, 113, { time: '2021-07-01', reason: 'EXPANSION' })]);
    await house.startService();
    await house.settled();
    expect(await stored()).not.toEqual(before);
    expect((await house.indicator('chn-eldercare-beds', 'asOf=2021-12-31')).value).toBe('148');
  });

  it('given an untouched house, verification finds everything equal', async () => {
    const { equal, differences, counts } = await verifyMetrics({
      databaseUrl: house.database.url('minhai_metrics'),
    });
    expect(differences).toEqual([]);
    expect(equal).toBe(true);
    expect(counts.indicator_value.live).toBeGreaterThan(50);
    expect(
      await house.sql(`SELECT 1 FROM information_schema.tables WHERE table_schema = 'metrics_scratch'`),
    ).toEqual([]);
  });

  it('given one value, one row or one cell tampered with, verification names it', async () => {
    const verify = () => verifyMetrics({ databaseUrl: house.database.url('minhai_metrics') });
    await house.sql(
      `UPDATE metrics.indicator_value SET value = value + 1 WHERE indicator_id = 'chn-eldercare-beds' AND region = '310105' AND period_end = '2020-06-30'`,
    );
    const value = await verify();
    expect(value.equal).toBe(false);
    expect(value.differences).toMatchObject([
      { table: 'indicator_value', only: 'live', row: { periodEnd: '2020-06-30', value: '131' } },
      { table: 'indicator_value', only: 'recomputed', row: { value: '130' } },
    ]);
    await house.sql(
      `UPDATE metrics.indicator_value SET value = value - 1 WHERE indicator_id = 'chn-eldercare-beds' AND region = '310105' AND period_end = '2020-06-30'`,
    );
    await house.sql(
      `INSERT INTO metrics.indicator_value VALUES ('chn-invented', '310105', '2020-12-31', 1, 1, NULL)`,
    );
    expect((await verify()).differences).toMatchObject([
      { table: 'indicator_value', only: 'live', row: { indicator: 'chn-invented' } },
    ]);
    await house.sql(`DELETE FROM metrics.indicator_value WHERE indicator_id = 'chn-invented'`);
    await house.sql(
      `UPDATE metrics.fact_row SET amount = amount + 1 WHERE measure = 'eldercare.new-beds' AND valid_from = '2020-06-01'`,
    );
    expect((await verify()).differences.map(({ table }) => table)).toContain('fact_row');
    await house.sql(
      `UPDATE metrics.fact_row SET amount = amount - 1 WHERE measure = 'eldercare.new-beds' AND valid_from = '2020-06-01'`,
    );
    expect((await verify()).equal).toBe(true);
  });

  it('given every event voided, every stock returns to nothing and gold is empty', async () => {
    const events = await house.sql<{ id: string; source: string }>(
      `SELECT id, source FROM lake.accepted_event WHERE type <> 'cn.gov.mca.record.voided'`,
    );
    await house.accept(events.map((target) => voided(target, '2022-01-01')));
    await house.settled();
    expect((await house.indicator('chn-eldercare-beds')).value).toBe('0');
    expect(await house.sql(`SELECT 1 FROM metrics.indicator_value`)).toEqual([]);
    expect(
      (await house.indicator('chn-eldercare-beds', 'asOf=2020-12-31&knownAt=2021-03-01T00:00:00%2B08:00'))
        .value,
    ).toBe('135');
    expect((await verifyMetrics({ databaseUrl: house.database.url('minhai_metrics') })).equal).toBe(true);
  });
});
