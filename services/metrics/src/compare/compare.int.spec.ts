import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beds, opened } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import type { CompareAnswer } from './compare.service.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';

let house: House;

beforeAll(async () => {
  const database = await metricsDatabase('compare');
  house = new House(database);
  await house.start();
  await house.accept([
    opened('c-1', '2019-06-01', '310105001'),
    beds('c-1', 100, 100, { time: '2019-12-31', bedType: 'NURSING' }),
    beds('c-1', 20, 20, { time: '2021-02-01', reason: 'EXPANSION' }),
  ]);
  await house.settled();
});

afterAll(() => house.close());

const compare = async (query: string) =>
  (await house.get(`/v1/compare?asOf=2021-12-31&${query}`)) as CompareAnswer;

describe('GET /v1/compare', () => {
  it('puts both districts side by side, each answered as alone', async () => {
    const { asOf, pairs } = await compare('family=nursing-bed-share');
    expect(asOf).toBe('2021-12-31');
    expect(pairs).toMatchObject([
      {
        family: 'nursing-bed-share',
        comparable: true,
        differences: [],
        note: null,
        indicators: [
          { id: 'chn-nursing-bed-share', value: '83.33', status: 'met' },
          { id: 'qpu-nursing-bed-share', value: null, status: null },
        ],
      },
    ]);
    const alone = (await house.get('/v1/indicators/chn-nursing-bed-share?asOf=2021-12-31')) as object;
    expect({ ...pairs[0]!.indicators[0], breakdown: null }).toEqual({ ...alone, breakdown: null });
  });

  it('given neither family nor indicators, answers every pair, with a note where the figures are not one', async () => {
    const { pairs } = await compare('');
    expect(pairs.length).toBeGreaterThan(10);
    expect(pairs.find(({ family }) => family === 'meal-service')).toMatchObject({
      comparable: false,
      differences: expect.arrayContaining(['unit', 'numerator']),
      note: { zh: expect.stringContaining('客/日'), en: expect.stringContaining('Not comparable') },
    });
  });

  it('given any two ids, says where their formulas differ', async () => {
    const { pairs } = await compare('indicators=chn-dementia-beds,qpu-eldercare-beds');
    expect(pairs).toMatchObject([
      { family: null, comparable: false, differences: ['numerator'], note: { zh: '不可比：分子口径不同' } },
    ]);
  });

  it('adds what may be added', async () => {
    const { pairs } = await compare('family=eldercare-beds&aggregate=sum');
    expect(pairs[0]!.total).toEqual({
      value: '120',
      numerator: '120',
      denominator: null,
      withheld: false,
    });
  });

  it.each([
    ['family=nursing-bed-share&aggregate=sum', 'divide once'],
    ['family=charity-shops&aggregate=sum', 'Not comparable'],
    ['family=eldercare-beds&aggregate=mean', 'only sum'],
  ])('refuses %s and says why', async (query, why) => {
    const response = await fetch(`${house.service.url}/v1/compare?${query}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'AGGREGATE',
      detail: expect.stringContaining(why),
      problems: [{ pointer: '/aggregate' }],
    });
  });

  it.each([
    ['family=happiness', '/family'],
    ['indicators=one', '/indicators'],
    ['family=dementia-beds&indicators=a,b', '/indicators'],
    ['aggregate=sum', '/aggregate'],
    ['asOf=tomorrow', '/asOf'],
  ])('refuses %s and points at the parameter', async (query, pointer) => {
    const response = await fetch(`${house.service.url}/v1/compare?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'QUERY', problems: [{ pointer }] });
  });

  it('takes nobody with a wrong token for anonymous', async () => {
    const headers = { authorization: 'Bearer nobody' };
    const response = await fetch(`${house.service.url}/v1/compare`, { headers });
    expect(response.status).toBe(401);
  });

  it('answers 404 for an indicator nobody defined', async () => {
    expect(await compare('indicators=chn-dementia-beds,qpu-happiness')).toMatchObject({ status: 404 });
  });
});
