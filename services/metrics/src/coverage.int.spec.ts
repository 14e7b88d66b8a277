import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rentalPointClosed, rentalPointOpened, streetEstablished } from './accepted-events.fixture.js';
import { House } from './house.fixture.js';
import { metricsDatabase } from './metrics-database.fixture.spec.js';

// 青浦 as its plan has it: 11 街镇 of which 8 have a rental point, two of them two.

const STREETS = ['001', '002', '003', '102', '103', '104', '105', '106', '107', '109', '110'].map(
  (code) => `310118${code}`,
);
let house: House;

beforeAll(async () => {
  const database = await metricsDatabase('coverage');
  house = new House(database);
  await house.start();
  await house.accept([
    ...STREETS.slice(0, 8).map((street, i) => rentalPointOpened(`p-${i}`, '2019-03-01', street)),
    rentalPointOpened('p-8', '2020-03-02', STREETS[0]!),
    rentalPointOpened('p-9', '2020-03-02', STREETS[8]!),
    rentalPointClosed('p-9', '2020-09-01', STREETS[8]!),
    rentalPointClosed('p-0', '2020-10-12', STREETS[0]!),
    ...STREETS.map((street) => streetEstablished(street, '2004-01-01')),
  ]);
  await house.settled();
});

afterAll(() => house.close());

describe('coverage by 街镇', () => {
  it('answers a published figure that cannot be met with the difference, its bound and the reason', async () => {
    const { value, numerator, denominator, base, findings } = await house.indicator(
      'qpu-assistive-rental-coverage',
    );
    expect({ value, numerator, denominator, findings }).toEqual({
      value: '72.7',
      numerator: '8',
      denominator: '11',
      findings: [],
    });
    expect(base).toEqual({
      asOf: '2020-12-31',
      published: '70',
      computed: '72.7',
      match: false,
      declaredMismatch: {
        tolerance: '3',
        reason: {
          zh: '青浦区有11个街镇，覆盖率70%无法取得：7个为63.6%，8个为72.7%',
          en: 'Qingpu has 11 街镇, so 70 % cannot be reached: 7 of them are 63.6 %, 8 are 72.7 %',
        },
        within: true,
      },
    });
  });

  it('is 100 or 0 in every 街镇, and the sums make the district', async () => {
    const { breakdown } = await house.indicator('qpu-assistive-rental-coverage');
    const rows = breakdown as { street: string; value: string; numerator: string; denominator: string }[];
    expect(rows.map(({ street }) => street)).toEqual(STREETS);
    expect(rows.map(({ value }) => value)).toEqual([...Array(8).fill('100.0'), ...Array(3).fill('0.0')]);
  });

  it('follows closings: a 街镇 with a second point stays covered, one without does not', async () => {
    const value = async (asOf: string) =>
      (await house.indicator('qpu-assistive-rental-coverage', `asOf=${asOf}`)).value;
    expect([await value('2020-03-01'), await value('2020-08-31'), await value('2020-11-01')]).toEqual([
      '72.7',
      '81.8',
      '72.7',
    ]);
  });

  it('tells analysts of the declaration', async () => {
    const declared = await house.sql<{ id: string; base_tolerance: string; base_mismatch_en: string }>(
      'SELECT id, base_tolerance, base_mismatch_en FROM gold.indicator WHERE base_tolerance IS NOT NULL',
    );
    expect(declared).toEqual([
      {
        id: 'qpu-assistive-rental-coverage',
        base_tolerance: '3',
        base_mismatch_en: 'Qingpu has 11 街镇, so 70 % cannot be reached: 7 of them are 63.6 %, 8 are 72.7 %',
      },
    ]);
  });
});
