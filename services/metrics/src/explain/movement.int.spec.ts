import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beds, closed, elderly, opened, voided } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { pinnedDefinition } from '../definitions/definition-version.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { MovementAnswer } from './movement-answer.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';

let house: House;

const first = beds('chn-1', 100, 100, { time: '2020-03-01', reason: 'NEW_BUILD' });
const corrected = {
  ...beds('chn-1', 110, 110, { time: '2020-03-01', recorded: '2021-02-01', reason: 'NEW_BUILD' }),
  correctionOf: first.id,
};
const mistaken = beds('chn-2', 30, 30, { time: '2020-04-01', street: '310105002', reason: 'NEW_BUILD' });
const removal = voided(mistaken, '2021-02-02');
const late = beds('chn-2', 5, 5, {
  time: '2020-11-20',
  recorded: '2021-02-10',
  street: '310105002',
  reason: 'EXPANSION',
  bedType: 'NURSING',
});
const early = beds('chn-3', 40, 40, { time: '2020-02-01' });
const closing = closed('chn-3', '2021-03-01');
const population = elderly(4500, '2021-01-10');

beforeAll(async () => {
  const database = await metricsDatabase('movement');
  house = new House(database);
  await house.start();
  await house.accept([
    opened('chn-1', '2019-06-01', '310105001'),
    opened('chn-2', '2019-06-01', '310105002'),
    opened('chn-3', '2019-06-01', '310105001'),
    first,
    corrected,
    mistaken,
    removal,
    late,
    early,
    closing,
    population,
  ]);
  await house.settled();
});

afterAll(() => house.close());

const JANUARY = 'fromKnownAt=2021-01-15T00:00:00%2B08:00';
const MARCH = 'toKnownAt=2021-03-15T00:00:00%2B08:00';

const movement = async (query: string, id = 'chn-eldercare-beds'): Promise<MovementAnswer> =>
  (await house.get(`/v1/indicators/${id}/movement?${query}`)) as MovementAnswer;

const told = ({ parts }: MovementAnswer) =>
  parts.map(({ part, value, events }) => [part, value, ...events.map(({ id }) => id)]);

describe('GET /v1/indicators/{id}/movement', () => {
  it('given an older version of the definition, then what its change alone moved is a part of its own', async () => {
    const indicator = INDICATORS.find(({ id }) => id === 'chn-eldercare-beds')!;
    const older = pinnedDefinition({ ...indicator, version: 7, factor: 2 });
    await house.sql(
      `INSERT INTO gold.indicator_definition (indicator_id, version, digest, definition, valid_from, adopted_by)
       VALUES ('${older.id}', 7, '${older.digest}', '${older.text}', '2021-01-01', 'spec')`,
    );
    const same = 'from=2020-12-31&to=2020-12-31';
    const answer = await movement(`${same}&fromVersion=7`);
    expect([answer.from.value, answer.to.value]).toEqual(['310', '155']);
    expect(answer.parts.map(({ part, value }) => [part, value])).toEqual([['definition', '-155']]);
    expect(await movement(`${same}&toVersion=9`)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('names the correction, the void, the late arrival and the closing between two readings', async () => {
    const answer = await movement(`from=2020-12-31&to=2021-03-15&${JANUARY}&${MARCH}`);
    expect([answer.from.value, answer.to.value, answer.difference.value]).toEqual(['170', '115', '-55']);
    expect(told(answer)).toEqual([
      ['corrections', '10', corrected.id],
      ['voids', '-30', removal.id],
      ['late', '5', late.id],
      ['numerator', '-40', closing.id],
    ]);
    expect(answer.parts[2]!.events[0]).toEqual({
      id: late.id,
      type: 'cn.gov.mca.eldercare.bed.changed',
      day: '2020-11-20',
      recordedTime: '2021-02-10T09:00:00+08:00',
      street: '310105002',
      value: '5.0000',
      exact: '5',
      numerator: '5',
      denominator: '0',
      entities: [{ fact: 'eldercare.bed-capacity', entity: 'chn-2' }],
    });
  });

  it('explains the way back as well, from everything known to what was known', async () => {
    const back = await movement('from=2020-12-31&to=2020-12-31&toKnownAt=2021-01-15T00:00:00%2B08:00');
    expect(told(back)).toEqual([
      ['corrections', '-10', corrected.id],
      ['voids', '30', removal.id],
      ['late', '-5', late.id],
    ]);
  });

  it('splits a ratio exactly, and prints parts that add up', async () => {
    const answer = await movement(
      `from=2020-12-31&to=2021-03-15&${JANUARY}&${MARCH}`,
      'chn-nursing-bed-share',
    );
    expect(answer.from.value).toBe('0.00');
    expect(answer.to.value).toBe('4.35');
    expect(answer.difference).toMatchObject({ value: '4.35', exact: '100/23', numerator: '5' });
    const printed = answer.parts.map(({ value }) => Math.round(Number(value) * 100));
    expect(printed.reduce((sum, value) => sum + value, 0)).toBe(435);
  });

  it('given no denominator at the first reading, says so and explains the counts', async () => {
    const answer = await movement(
      `from=2020-12-31&to=2020-12-31&fromKnownAt=2021-01-01T00:00:00%2B08:00&${MARCH}`,
      'chn-eldercare-bed-share-of-registered-elderly',
    );
    expect(answer.from.value).toBeNull();
    expect(answer.remark?.en).toContain('denominator is nothing');
    const lateOnes = answer.parts.find(({ part }) => part === 'late');
    expect(lateOnes).toMatchObject({ value: null, numerator: '5', denominator: '4500' });
    expect(lateOnes?.events.map(({ id }) => id)).toEqual([population.id, late.id]);
  });

  it('explains one 街镇', async () => {
    const answer = await movement(`from=2020-12-31&to=2021-03-15&${JANUARY}&${MARCH}&region=310105002`);
    expect(told(answer)).toEqual([
      ['voids', '-30', removal.id],
      ['late', '5', late.id],
    ]);
  });

  it('lists few events at a time, with totals intact', async () => {
    const query = 'from=2019-12-31&to=2020-12-31&part=numerator&limit=2';
    const one = await movement(query);
    const [part] = one.parts;
    expect(part).toMatchObject({ eventCount: 3, value: '155', rest: { eventCount: 1, value: '5.0000' } });
    const two = await movement(`${query}&cursor=${part!.nextCursor}`);
    expect(two.parts[0]!.nextCursor).toBeNull();
    const ids = [...part!.events, ...two.parts[0]!.events].map(({ id }) => id);
    expect(ids).toEqual([corrected.id, early.id, late.id]);
  });

  it.each([
    ['', 400],
    ['from=2020-12-31', 400],
    ['from=2020-12-31&to=2020-02-30', 400],
    ['from=2020-12-31&to=2020-12-31&region=3101', 400],
    ['from=2020-12-31&to=2020-12-31&limit=0', 400],
    ['from=2020-12-31&to=2020-12-31&cursor=x', 400],
    ['from=2020-12-31&to=2020-12-31&part=weather', 400],
    ['from=2020-12-31&to=2020-12-31&part=late&cursor=0195b2a0-6c00-7000-8000-000000000001', 400],
    ['from=2020-12-31&to=2020-12-31&toKnownAt=2021-01-15', 400],
  ])('refuses %p with a problem', async (query, status) => {
    const response = await fetch(`${house.service.url}/v1/indicators/chn-eldercare-beds/movement?${query}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('answers 404 for an indicator nobody defined', async () => {
    const response = await fetch(
      `${house.service.url}/v1/indicators/chn-happiness/movement?from=2020-12-31&to=2020-12-31`,
    );
    expect(response.status).toBe(404);
  });

  it('is described in the OpenAPI document with its parameters', async () => {
    const { paths } = (await house.get('/openapi.json')) as {
      paths: Record<string, { get: { parameters: { name: string; required: boolean }[] } }>;
    };
    const described = paths['/v1/indicators/{id}/movement']!.get.parameters;
    expect(described.filter(({ required }) => required).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['id', 'from', 'to']),
    );
    expect(described.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['fromKnownAt', 'toKnownAt', 'region', 'limit', 'part', 'cursor']),
    );
  });
});
