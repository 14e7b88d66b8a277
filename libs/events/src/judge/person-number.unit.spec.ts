import { describe, expect, it } from '@jest/globals';
import { buildUsci, judgeUsci } from '@minhai/domain';
import { containsPersonNumber, isPersonNumberAsToken, isPersonNumberAsUsci } from './person-number.js';

describe('citizen numbers where none belongs', () => {
  it.each([
    '11010519491231002X',
    '（11010519491231002X）',
    '电话13800000000证件11010519491231002x',
    '0011010519491231002X',
  ])('finds it in %s', (text) => {
    expect(containsPersonNumber(text)).toBe(true);
  });

  it.each([
    '110105194912310021',
    '11010519491331002X',
    '110105 19491231002X',
    '备2020-0001',
    '',
    '1'.repeat(400),
  ])('finds none in %s', (text) => {
    expect(containsPersonNumber(text)).toBe(false);
  });

  it('given a token, then a number counts only when it stands alone in it', () => {
    expect(
      ['per_11010519491231002x', '11010519491231002X', 'C-11010519491231002X-1'].map(isPersonNumberAsToken),
    ).toEqual([true, true, true]);
    expect(['hh_a11010519491231002x', 'per_11010519491231002x7'].map(isPersonNumberAsToken)).toEqual([
      false,
      false,
    ]);
  });

  it('takes no well-formed organisation of Qingpu for a person', () => {
    // 310118 puts "18" where a birth year would begin, 310120 even "20".
    const mistaken = Array.from({ length: 20_000 }, (_, n) => {
      const leading = n % 2 === 0 ? '52310118' : '52310120';
      return buildUsci(
        leading,
        String(n * 4999)
          .padStart(8, '0')
          .slice(-8),
      );
    }).filter((usci) => judgeUsci(usci) === 'valid' && isPersonNumberAsUsci(usci));
    expect(mistaken).toEqual([]);
  });
});
