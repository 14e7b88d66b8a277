import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@minhai/postgres';
import {
  beds,
  elderly,
  inQingpu,
  opened,
  streetEstablished,
  valueReported,
} from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import type { QualityAnswer } from './quality-answer.js';
import type { DriftAnswer } from './quality.service.js';

let house: House;

const inChangning = (code: string) => ({
  ...streetEstablished(code, '2004-01-01'),
  source: 'urn:mca:310105:ref',
  regionId: '310105',
});
const drifting = beds('chn-1', 20, 125, { time: '2020-03-01', reason: 'EXPANSION' });

beforeAll(async () => {
  const database = await metricsDatabase('quality');
  house = new House(database);
  await house.start();
  await house.accept([
    ...['310105001', '310105002', '310105003'].map(inChangning),
    opened('chn-1', '2018-06-01', '310105001'),
    opened('chn-2', '2018-06-01', '310105002'),
    beds('chn-1', 100, 100, { time: '2018-12-31' }),
    beds('chn-2', 30, 30, { time: '2019-05-01', street: '310105002', bedType: 'NURSING' }),
    drifting,
    beds('chn-1', 10, 135, { time: '2020-04-01', recorded: '2020-08-01', reason: 'EXPANSION' }),
    inQingpu(opened('qpu-1', '2018-06-01', '310118001')),
    inQingpu(beds('qpu-1', 20, 30, { time: '2020-02-01', street: '310118001' })),
    inQingpu(beds('qpu-1', 10, 30, { time: '2020-06-01', street: '310118001' })),
    elderly(4500, '2021-01-10'),
    valueReported('chn-new-institution-beds', '2020-03', '20.4000', '2020-04-10'),
    valueReported('chn-new-institution-beds', '2020-04', '37.5000', '2020-05-10'),
  ]);
  await house.sql(`INSERT INTO lake.held_event VALUES
    (1, 'eldercare', 'cn.gov.mca.eldercare.bed.changed', '310105', 'RANGE', 'record', '2020-06-01T00:00:00Z', NULL),
    (2, 'eldercare', 'cn.gov.mca.eldercare.bed.changed', '310105', 'RANGE', 'record', '2020-07-01T00:00:00Z', NULL),
    (3, 'eldercare', NULL, NULL, 'FRAME', 'record', '2020-07-01T00:00:00Z', NULL),
    (4, 'eldercare', 'cn.gov.mca.eldercare.bed.changed', '310118', 'RANGE', 'record', '2020-07-01T00:00:00Z', NULL),
    (5, 'marriage', 'cn.gov.mca.marriage.registered', '310105', 'RANGE', 'record', '2020-07-01T00:00:00Z', NULL)`);
  await house.settled();
});

afterAll(() => house.close());

const quality = async (query = 'asOf=2020-12-31', id = 'chn-eldercare-beds'): Promise<QualityAnswer> =>
  (await house.get(`/v1/indicators/${id}/quality?${query}`)) as QualityAnswer;

describe('GET /v1/indicators/{id}/quality', () => {
  it('lists open findings by rule and severity, with examples and their events', async () => {
    const { findings } = await quality();
    expect(findings.map(({ rule, severity, count }) => [rule, severity, count])).toEqual([
      ['LATE_REPORT', 'info', 1],
      ['AFTER_MISMATCH', 'warning', 2],
    ]);
    expect(findings[0]!.examples[0]).toMatchObject({
      fact: 'eldercare.bed-capacity',
      street: '310105001',
      detail: { day: '2020-04-01', recorded: '2020-08-01' },
      since: '2020-08-01T09:00:00+08:00',
    });
    const earlier = await quality('asOf=2020-12-31&knownAt=2020-07-01T00:00:00%2B08:00&examples=0');
    expect(earlier.findings).toEqual([
      { rule: 'AFTER_MISMATCH', severity: 'warning', count: 1, examples: [] },
    ]);
  });

  it('leaves out findings and drifts about days after the one asked for, in the indicator’s own answer too', async () => {
    const early = await quality('asOf=2020-03-31');
    expect(early.findings.map(({ rule, count }) => [rule, count])).toEqual([['AFTER_MISMATCH', 1]]);
    expect(early.drifts.largest.map(({ entity, day, drift }) => [entity, day, drift])).toEqual([
      ['chn-1', '2020-03-01', '5'],
    ]);
    expect(await house.get('/v1/indicators/chn-eldercare-beds?asOf=2020-03-31')).toMatchObject({
      findings: [{ rule: 'AFTER_MISMATCH', severity: 'warning', count: 1 }],
    });
    const before = await quality('asOf=2020-02-29');
    expect([before.findings, before.drifts.count]).toEqual([[], 0]);
    expect((await quality('asOf=2020-04-29', 'chn-new-institution-beds')).drifts.count).toBe(1);
  });

  it('shows the drifts that were known at a moment, none that was recorded later', async () => {
    const knownAt = async (moment: string) =>
      (await quality(`asOf=2020-12-31&knownAt=${moment}T00:00:00%2B08:00`)).drifts.largest.map(
        ({ entity, day, declared }) => [entity, day, declared],
      );
    expect(await knownAt('2020-02-01')).toEqual([]);
    expect(await knownAt('2020-07-01')).toEqual([['chn-1', '2020-03-01', '125']]);
    expect(await knownAt('2020-09-01')).toEqual([['chn-1', '2020-04-01', '135']]);
    const compared = 'chn-new-institution-beds';
    const then = await quality('asOf=2020-12-31&knownAt=2020-09-01T00:00:00%2B08:00', compared);
    expect(then.drifts.largest.map(({ fact, drift }) => [fact, drift])).toEqual([
      ['reference.declared-values', '7.5'],
      ['eldercare.bed-capacity', '5'],
    ]);
  });

  it('counts a drift that ended later on the days on which it stood', async () => {
    const counts = ['2020-01-31', '2020-02-01', '2020-05-31', '2020-06-01'].map(
      async (day) => (await quality(`asOf=${day}`, 'qpu-eldercare-beds')).drifts.count,
    );
    expect(await Promise.all(counts)).toEqual([0, 1, 1, 0]);
  });

  it('counts what is held and would touch the figure: of its types and district, or unreadable', async () => {
    const { held } = await quality();
    expect(held).toEqual({
      count: 3,
      groups: [
        {
          type: 'cn.gov.mca.eldercare.bed.changed',
          code: 'RANGE',
          region: '310105',
          count: 2,
          newest: '2020-07-01T08:00:00+08:00',
        },
        { type: null, code: 'FRAME', region: null, count: 1, newest: '2020-07-01T08:00:00+08:00' },
      ],
    });
  });

  it('names the 街镇 and the institutions that stand or reported before, and reported nothing since', async () => {
    const { coverage } = await quality();
    expect(coverage.period).toEqual({ from: '2020-01-01', to: '2020-12-31' });
    expect(coverage.before).toEqual({ from: '2018-12-31', to: '2019-12-31' });
    expect(coverage.streets).toEqual({
      expected: 3,
      reported: 1,
      silentCount: 2,
      silent: [
        { street: '310105002', lastReported: '2019-05-01' },
        { street: '310105003', lastReported: null },
      ],
    });
    expect(coverage.entities).toEqual({
      expected: 2,
      reported: 1,
      silentCount: 1,
      silent: [{ fact: 'eldercare.bed-capacity', entity: 'chn-2', lastReported: '2019-05-01' }],
    });
    const since = await quality('asOf=2020-12-31&since=2019-01-01');
    expect(since.coverage.entities!.silentCount).toBe(0);
  });

  it('says how fresh it is, and all of it in one sentence', async () => {
    const { freshness, sentence, figures } = await quality();
    expect(figures.value).toBe('160');
    expect(freshness).toEqual({
      newestRecorded: '2020-08-01T09:00:00+08:00',
      newestDay: '2020-04-01',
      lag: 0,
      settled: true,
    });
    expect(sentence.zh).toBe(
      '2020-12-31为160张；有3项未解决的数据质量问题，其中错误0项；有3条相关记录被隔离；自2020-01-01起3个街镇中有2个、2个单位中有1个没有记录；有1处申报存量与累计不符；最新登记于2020-08-01T09:00:00+08:00。',
    );
    expect(sentence.en).toContain('2 of 3 街镇 and 1 of 2 institutions reported nothing since 2020-01-01');
  });

  it.each(['asOf=2020-02-30', 'since=2021-01-01&asOf=2020-12-31', 'examples=-1', 'colour=red'])(
    'refuses %s with a problem',
    async (query) => {
      const response = await fetch(`${house.service.url}/v1/indicators/chn-eldercare-beds/quality?${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('answers 404 for an indicator nobody defined', async () => {
    expect((await fetch(`${house.service.url}/v1/indicators/chn-happiness/quality`)).status).toBe(404);
  });

  it('is described in the OpenAPI document with its parameters, as /v1/drift is', async () => {
    const { paths } = (await house.get('/openapi.json')) as {
      paths: Record<string, { get: { parameters: { name: string; required: boolean }[] } }>;
    };
    const described = (path: string) =>
      paths[path]?.get.parameters.map(({ name, required }) => `${name}${required ? '' : '?'}`).sort();
    expect(described('/v1/indicators/{id}/quality')).toEqual([
      'asOf?',
      'examples?',
      'id',
      'knownAt?',
      'since?',
    ]);
    expect(described('/v1/drift')).toEqual(['district?']);
  });
});

describe('stock against flow', () => {
  it('answers the drifts that stand, declared after changes or as a value, with amount and first day', async () => {
    const { drifts, withheld } = (await house.get('/v1/drift?district=310105')) as DriftAnswer;
    expect(withheld).toBe(0);
    expect(drifts).toEqual([
      {
        fact: 'reference.declared-values',
        entity: 'value:310105:chn-new-institution-beds',
        district: '310105',
        street: 'unknown',
        of: { indicator: 'chn-new-institution-beds' },
        day: '2020-04-30',
        declared: '37.5',
        derived: '30',
        drift: '7.5',
        since: '2020-04-30',
        causes: [expect.any(String)],
        withheld: false,
      },
      {
        fact: 'eldercare.bed-capacity',
        entity: 'chn-1',
        district: '310105',
        street: '310105001',
        of: { bedType: 'GENERAL' },
        day: '2020-04-01',
        declared: '135',
        derived: '130',
        drift: '5',
        since: '2020-03-01',
        causes: [expect.any(String)],
        withheld: false,
      },
    ]);
    expect(((await house.get('/v1/drift?district=310118')) as DriftAnswer).drifts).toEqual([]);
    expect((await fetch(`${house.service.url}/v1/drift?district=31`)).status).toBe(400);
  });

  it('counts behind an indicator the drifts of its facts and of its own declared value', async () => {
    expect((await quality()).drifts.count).toBe(1);
    expect((await quality('asOf=2020-12-31', 'chn-new-institution-beds')).drifts.count).toBe(2);
  });

  it('shows analysts the same in gold.drift', async () => {
    const analyst = openDatabase({ url: house.database.url('analyst'), applicationName: 'spec' });
    try {
      const rows = await analyst.query(
        'SELECT d.entity, d.day, d.declared, d.derived, d.drift, d.since FROM gold.drift d ORDER BY d.entity',
      );
      expect(rows).toEqual([
        {
          entity: 'chn-1',
          day: '2020-04-01',
          declared: '135',
          derived: '130',
          drift: '5',
          since: '2020-03-01',
        },
        {
          entity: 'value:310105:chn-new-institution-beds',
          day: '2020-04-30',
          declared: '37.5',
          derived: '30',
          drift: '7.5',
          since: '2020-04-30',
        },
      ]);
    } finally {
      await analyst.close();
    }
  });
});
