import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { openReaders } from '../readers/open-readers.js';
import type { MovementAnswer } from './movement-answer.js';

/** Money paid to persons, one by one. */
const ID = 'chn-elder-allowance-paid';
const JANUARY = 'from=2019-12-31&to=2020-01-31&limit=5';
const FEBRUARY = 'from=2020-01-31&to=2020-02-29';
const NOTHING = { value: null, exact: null, numerator: null, denominator: null };

let house: House;
let token: string;

const paid = (person: number, amountFen: number, time: string) =>
  event(
    'cn.gov.mca.eldercare.allowance.paid',
    { personRef: `per_0000000${person}`, period: time.slice(0, 7), ageBand: 'AGE_80_89', amountFen },
    { time, street: '310105001' },
  );

beforeAll(async () => {
  const database = await metricsDatabase('movement-of-persons');
  house = new House(database);
  await house.start();
  await house.accept([
    ...[1, 2, 3, 4, 5, 6].map((person) => paid(person, 18_000 + person, '2020-01-20')),
    paid(1, 95_000, '2020-02-20'),
  ]);
  await house.settled();
  const { readers, close } = openReaders(database.url('minhai_metrics'));
  ({ token } = await readers.create('zhou.li', ['small-cells']));
  await close();
});

afterAll(() => house.close());

async function numeratorOf(query: string, authorised: boolean): Promise<MovementAnswer['parts'][number]> {
  const headers: Record<string, string> = authorised ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${house.service.url}/v1/indicators/${ID}/movement?${query}`, { headers });
  expect(response.status).toBe(200);
  return ((await response.json()) as MovementAnswer).parts.find(({ part }) => part === 'numerator')!;
}

describe('what moved money paid to persons', () => {
  it('given a reader without the grant, then the sum is told and of single payments neither amount, day nor place', async () => {
    const part = await numeratorOf(JANUARY, false);
    expect(part).toMatchObject({ numerator: '0.0000108021', eventCount: 6 });
    expect(part.rest).toEqual({ eventCount: 1, ...NOTHING });
    for (const one of part.events)
      expect(one).toMatchObject({ ...NOTHING, day: null, street: null, entities: [{ entity: '***' }] });
  });

  it('given one payment, then it is neither listed nor counted: the sum would be known for one person’s', async () => {
    expect(await numeratorOf(FEBRUARY, false)).toMatchObject({ eventCount: null, events: [], rest: null });
  });

  it('given a reader with the grant, then each is told', async () => {
    const part = await numeratorOf(JANUARY, true);
    expect(part.events[0]).toMatchObject({
      numerator: '0.0000018006',
      day: '2020-01-20',
      street: '310105001',
    });
    expect(await numeratorOf(FEBRUARY, true)).toMatchObject({
      eventCount: 1,
      events: [expect.objectContaining({ day: '2020-02-20' })],
    });
  });
});
