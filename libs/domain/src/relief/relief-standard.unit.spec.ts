import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reliefCeilingFen, reliefStandardAt, type ReliefStandard } from './relief-standard.js';

const standard = (
  effectiveMonth: string,
  yuan: number,
  more: Partial<ReliefStandard> = {},
): ReliefStandard => ({
  region: '310000',
  item: 'DIBAO',
  effectiveMonth,
  amountFen: yuan * 100,
  recordedTime: 1,
  ...more,
});
const SHANGHAI = [
  standard('2019-04', 1160),
  standard('2020-07', 1240),
  standard('2021-07', 1330),
  standard('2022-07', 1420),
];
const QINGPU = { region: '310118', item: 'DIBAO' };
const yuanAt = (standards: readonly ReliefStandard[], month: string, place = QINGPU) =>
  (reliefStandardAt(standards, place, month)?.amountFen ?? NaN) / 100;

describe('relief standard', () => {
  it('holds from its month until the next one', () => {
    const months = ['2019-03', '2019-04', '2020-06', '2020-07', '2021-06', '2021-07', '2030-01'];
    expect(months.map((month) => yuanAt(SHANGHAI, month))).toEqual([NaN, 1160, 1160, 1240, 1240, 1330, 1420]);
  });

  it('given two for one month, then the later registered holds, then the greater id', () => {
    const again = standard('2020-07', 1250, { recordedTime: 2 });
    expect(yuanAt([again, ...SHANGHAI], '2020-08')).toBe(1250);
    const twins = [standard('2020-07', 1, { id: 'b' }), standard('2020-07', 2, { id: 'a' })];
    expect(yuanAt(twins, '2020-08')).toBe(1);
  });

  it('given one of the district, then it goes before that of the city, whatever its month', () => {
    const district = standard('2019-06', 1200, { region: '310118' });
    expect(yuanAt([...SHANGHAI, district], '2019-05')).toBe(1160);
    expect(yuanAt([...SHANGHAI, district], '2021-01')).toBe(1200);
    expect(yuanAt([...SHANGHAI, district], '2021-01', { region: '310105', item: 'DIBAO' })).toBe(1240);
  });

  it('is asked for by item and region', () => {
    expect(yuanAt(SHANGHAI, '2021-01', { region: '310118', item: 'TEKUN' })).toBeNaN();
    expect(yuanAt(SHANGHAI, '2021-01', { region: '320583', item: 'DIBAO' })).toBeNaN();
  });

  it('given the same standards in any order, then the same one holds', () => {
    const published = fc.record({
      region: fc.constantFrom('310000', '310118', '320000'),
      item: fc.constantFrom('DIBAO', 'TEKUN'),
      effectiveMonth: fc.constantFrom('2020-01', '2020-07', '2021-01'),
      amountFen: fc.integer({ min: 1, max: 1000 }),
      recordedTime: fc.integer({ min: 1, max: 3 }),
      id: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(published, { selector: ({ id }) => id, maxLength: 12 }), (standards) => {
        const found = reliefStandardAt(standards, QINGPU, '2020-08');
        expect(reliefStandardAt(standards.toReversed(), QINGPU, '2020-08')).toBe(found);
      }),
    );
  });
});

describe('ceiling of the minimum living allowance', () => {
  it('is standard × persons − income, and never below 0', () => {
    expect(reliefCeilingFen(124_000, 3, 100_000)).toBe(272_000);
    expect(reliefCeilingFen(124_000, 1, 124_000)).toBe(0);
    expect(reliefCeilingFen(124_000, 1, 999_999)).toBe(0);
  });
});
