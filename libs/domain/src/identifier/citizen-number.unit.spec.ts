import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOfEpochDay, epochDayOf } from '../time/business-day.js';
import { judgeCitizenNumber, looksLikeCitizenNumber, readCitizenNumber } from './citizen-number.js';
import { mod11_2 } from './iso7064.js';
import { neighbourSwaps, substitutions } from './typing-errors.fixture.spec.js';

/** Numbers of an area that never existed, so that none is a person's. */
const number = fc
  .record({
    area: fc.integer({ min: 0, max: 9999 }),
    day: fc.integer({ min: epochDayOf('1900-01-01'), max: epochDayOf('2020-12-31') }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, day, sequence }) => {
    const digits = (value: number, length: number) => String(value).padStart(length, '0');
    const first17 = `99${digits(area, 4)}${dayOfEpochDay(day).replaceAll('-', '')}${digits(sequence, 3)}`;
    return first17 + mod11_2(first17);
  });

describe('citizen number', () => {
  it('accepts the samples of the standard, with a small x too', () => {
    const samples = ['11010519491231002X', '11010519491231002x', '440524188001010014'];
    expect(samples.map((sample) => judgeCitizenNumber(sample))).toEqual([[], [], []]);
  });

  it.each([
    ['another check character', '110105194912310021', ['ID_CHECK']],
    ['a day that does not exist', '110105194902300021', ['ID_CHECK', 'ID_DATE']],
    ['a reference', 'per_0123456789', ['ID_FORMAT']],
    ['full-width digits', '１１０１０５１９４９１２３１００２Ｘ', ['ID_FORMAT']],
    ['a space before it', ' 11010519491231002X', ['ID_FORMAT']],
    ['X in the middle', '1101051949123100X2', ['ID_FORMAT']],
    ['15 digits', '110105491231002', ['ID_FORMAT']],
  ])('given %s, then it says what is wrong', (_, text, faults) => {
    expect(judgeCitizenNumber(text)).toEqual(faults);
  });

  it('given a day, then a birth on it is in order and one after it is not', () => {
    const on = (day: string) => judgeCitizenNumber('11010519491231002X', { on: day });
    expect([on('1949-12-31'), on('1949-12-30')]).toEqual([[], ['ID_DATE']]);
  });

  it('warns of an area that never was at birth or since, and of none that nobody knows', () => {
    const asked: string[] = [];
    const judged = [true, false, undefined].map((answer) =>
      judgeCitizenNumber('11010519491231002X', {
        isRegionEver: (code, birthDay) => {
          asked.push(`${code} ${birthDay}`);
          return answer;
        },
      }),
    );
    expect(judged).toEqual([[], ['ID_REGION_WARN'], []]);
    expect(new Set(asked)).toEqual(new Set(['110105 1949-12-31']));
  });

  it('reads area, birth and sex, and keeps a number whose area only warns', () => {
    expect(readCitizenNumber('11010519491231002x', { isRegionEver: () => false })).toEqual({
      number: '11010519491231002X',
      region: '110105',
      birthDay: '1949-12-31',
      sex: 'FEMALE',
    });
    expect(readCitizenNumber('440524188001010014')?.sex).toBe('MALE');
    expect(readCitizenNumber('110105194912310021')).toBeUndefined();
  });

  it('given a history load, then 15 digits are the same person as their 18', () => {
    expect(readCitizenNumber('110105491231002', { history: true })).toEqual(
      readCitizenNumber('11010519491231002X'),
    );
    expect(judgeCitizenNumber('110105490230002', { history: true })).toEqual(['ID_DATE']);
    expect(readCitizenNumber('990000800101998', { history: true })?.birthDay).toBe('1880-01-01');
  });

  it('given a generated number, then every other character and every swap of neighbours is caught', () => {
    fc.assert(
      fc.property(number, (valid) => {
        expect(judgeCitizenNumber(valid)).toEqual([]);
        const mistyped = [
          ...substitutions(valid, '0123456789X'),
          ...neighbourSwaps(valid).map(({ swapped }) => swapped),
        ];
        expect(
          mistyped.filter(
            (one) => !judgeCitizenNumber(one).some((fault) => fault === 'ID_CHECK' || fault === 'ID_FORMAT'),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('finds a number where none belongs', () => {
    expect([' 11010519491231002X ', '11010519491231002x'].map(looksLikeCitizenNumber)).toEqual([true, true]);
    expect(['110105491231002', '110105194912310021', ''].map(looksLikeCitizenNumber)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
