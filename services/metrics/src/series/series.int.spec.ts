import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beds, divisionEnded, elderly, opened, voided } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import type { IndicatorWithBreakdown } from '../index.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import type { SeriesAnswer } from './series.api.js';

let house: House;
const wrong = beds('s-1', 40, 140, { time: '2021-02-10', reason: 'EXPANSION' });

beforeAll(async () => {
  const database = await metricsDatabase('series');
  house = new House(database);
  await house.start();
  await house.accept([
    opened('s-1', '2019-06-01', '310105001'),
    beds('s-1', 100, 100, { time: '2019-12-31' }),
    wrong,
    opened('s-2', '2020-03-01', '310105002'),
    beds('s-2', 30, 30, { time: '2020-03-01', reason: 'NEW_BUILD', street: '310105002' }),
    voided(wrong, '2021-06-01'),
    opened('s-3', '2019-06-01', '310105003'),
    beds('s-3', 7, 7, { time: '2019-12-31', street: '310105003' }),
    elderly(5000, '2021-01-10'),
    divisionEnded('310105002', '2020-12-31', ['310105001'], '2021-01-05'),
    divisionEnded('310105003', '2021-03-31', ['310105004', '310105005'], '2021-04-02'),
  ]);
  await house.settled();
});

afterAll(() => house.close());

const series = async (query: string, id = 'chn-eldercare-beds') =>
  (await house.get(`/v1/indicators/${id}/series?${query}`)) as SeriesAnswer;
const values = async (query: string, id?: string) =>
  (await series(query, id)).points.map(({ to, value }) => [to, value]);

describe('GET /v1/indicators/{id}/series', () => {
  it('gives every day from the cells', async () => {
    expect(await values('by=day&from=2020-02-28&to=2020-03-02')).toEqual([
      ['2020-02-28', '107'],
      ['2020-02-29', '107'],
      ['2020-03-01', '137'],
      ['2020-03-02', '137'],
    ]);
  });

  it('gives month, quarter and year ends with what they were divided from', async () => {
    expect(await series('by=year&from=2019-01-01&to=2020-12-31')).toEqual({
      id: 'chn-eldercare-beds',
      district: '310105',
      region: '310105',
      name: { zh: '养老床位总数', en: expect.any(String) },
      unit: '张',
      kind: 'STOCK',
      by: 'year',
      aggregate: 'last',
      reading: { zh: '期末值', en: 'value at the end of the period' },
      organised: 'then',
      knownAt: null,
      points: [
        {
          from: '2019-01-01',
          to: '2019-12-31',
          complete: true,
          value: '107',
          numerator: '107',
          denominator: null,
          withheld: false,
        },
        {
          from: '2020-01-01',
          to: '2020-12-31',
          complete: true,
          value: '137',
          numerator: '137',
          denominator: null,
          withheld: false,
        },
      ],
    });
    expect(await values('by=quarter&from=2020-01-01&to=2020-05-31')).toEqual([
      ['2020-03-31', '137'],
      ['2020-05-31', '137'],
    ]);
    const [share] = (
      await series('by=month&from=2020-12-01&to=2020-12-31', 'chn-eldercare-bed-share-of-registered-elderly')
    ).points;
    expect(share).toMatchObject({ value: '2.74', numerator: '137', denominator: '5000' });
  });

  it('is answered as known at an earlier time', async () => {
    const known = (at: string) =>
      values(`by=month&from=2021-02-01&to=2021-03-31&knownAt=${at}T00:00:00%2B08:00`);
    expect(await known('2021-03-15')).toEqual([
      ['2021-02-28', '177'],
      ['2021-03-31', '177'],
    ]);
    expect(await known('2021-07-01')).toEqual([
      ['2021-02-28', '137'],
      ['2021-03-31', '137'],
    ]);
  });

  it('counts a yearly flow from January, or what each period adds', async () => {
    expect(await values('by=quarter&from=2020-01-01&to=2020-06-30', 'chn-new-institution-beds')).toEqual([
      ['2020-03-31', '30'],
      ['2020-06-30', '30'],
    ]);
    expect(
      await values('by=quarter&from=2020-01-01&to=2020-06-30&aggregate=sum', 'chn-new-institution-beds'),
    ).toEqual([
      ['2020-03-31', '30'],
      ['2020-06-30', '0'],
    ]);
  });

  it('gives one 街镇, as then organised or as now', async () => {
    const of = (query: string) => values(`by=year&from=2020-01-01&to=2021-12-31&${query}`);
    expect(await of('region=310105001')).toEqual([
      ['2020-12-31', '100'],
      ['2021-12-31', '100'],
    ]);
    expect(await of('region=310105001&organised=now')).toEqual([
      ['2020-12-31', '130'],
      ['2021-12-31', '130'],
    ]);
    expect(await of('region=unassigned&organised=now')).toEqual([
      ['2020-12-31', '7'],
      ['2021-12-31', '7'],
    ]);
  });

  it.each([
    ['by=week', '/by'],
    ['from=2020-02-30', '/from'],
    ['from=2021-01-01&to=2020-01-01', '/from'],
    ['by=day&from=2010-01-01&to=2020-01-01', '/from'],
    ['region=3101', '/region'],
    ['region=310118', '/region'],
    ['aggregate=median', '/aggregate'],
    ['organised=later', '/organised'],
  ])('refuses %s and points at the parameter', async (query, pointer) => {
    const response = await fetch(`${house.service.url}/v1/indicators/chn-eldercare-beds/series?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'QUERY', problems: [{ code: 'QUERY', pointer }] });
  });

  it('refuses a 街镇 of a figure that is published for the district only, and says why', async () => {
    expect(await series('region=310105001', 'chn-eldercare-bed-share-of-registered-elderly')).toMatchObject({
      status: 400,
      detail: expect.stringContaining('kept for the district only'),
    });
  });

  it('refuses to add a stock over time, and says what to ask instead', async () => {
    const response = await fetch(
      `${house.service.url}/v1/indicators/chn-eldercare-beds/series?aggregate=sum`,
    );
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'AGGREGATE',
      detail: expect.stringContaining('aggregate=last'),
      reason: { zh: expect.stringContaining('存量不可跨期相加') },
      problems: [{ pointer: '/aggregate' }],
    });
  });

  it('takes nobody with a wrong token for anonymous', async () => {
    const headers = { authorization: 'Bearer nobody' };
    const response = await fetch(`${house.service.url}/v1/indicators/chn-eldercare-beds/series`, { headers });
    expect(response.status).toBe(401);
  });

  it('answers 404 for an indicator nobody defined', async () => {
    expect(await series('', 'chn-happiness')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('is described in OpenAPI', async () => {
    const { paths } = (await house.get('/openapi.json')) as {
      paths: Record<string, { get: { parameters: { name: string }[]; responses: object } }>;
    };
    const { parameters, responses } = paths['/v1/indicators/{id}/series']!.get;
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['by', 'from', 'to', 'knownAt', 'region', 'aggregate', 'organised']),
    );
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400', '404', '422']));
  });
});

describe('a breakdown as organised now', () => {
  const breakdown = async (query: string) =>
    (await house.get(`/v1/indicators/chn-eldercare-beds?${query}`)) as IndicatorWithBreakdown;
  const members = ({ breakdown }: IndicatorWithBreakdown) =>
    breakdown!.map(({ street, value }) => [street, value]);

  it('gives merged 街镇 to the one that took over, divided ones to a member of their own, and keeps the sum', async () => {
    const then = await breakdown('asOf=2021-12-31');
    expect(members(then)).toEqual([
      ['310105001', '100'],
      ['310105002', '30'],
      ['310105003', '7'],
    ]);
    const now = await breakdown('asOf=2021-12-31&organised=now');
    expect(members(now)).toEqual([
      ['310105001', '130'],
      ['unassigned', '7'],
    ]);
    expect([then.value, now.value]).toEqual(['137', '137']);
    expect(now.organisation).toEqual({
      at: '2021-12-31',
      moved: [
        { from: '310105002', to: '310105001' },
        { from: '310105003', to: 'unassigned' },
      ],
    });
  });

  it('follows what was known then, and the day whose 街镇 are meant', async () => {
    const known = await breakdown('asOf=2021-12-31&organised=now&knownAt=2021-02-01T00:00:00%2B08:00');
    expect(members(known).map(([street]) => street)).toEqual(['310105001', '310105003']);
    const earlier = await breakdown('asOf=2020-06-30&organised=now&organisedAt=2021-01-31');
    expect(members(earlier)).toEqual([
      ['310105001', '130'],
      ['310105003', '7'],
    ]);
    expect(members(await breakdown('asOf=2020-06-30&organised=now'))).toHaveLength(3);
  });
});
