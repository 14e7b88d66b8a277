import { describe, expect, it } from '@jest/globals';
import { judgeCitizenNumber } from './citizen-number.js';
import { normaliseIdentifier } from './normalise.js';
import { judgeUsci } from './usci.js';

describe('an identifier from a spreadsheet', () => {
  it.each([
    ['full-width digits', '３１０１０５', '310105'],
    ['full-width and small letters', '　５１３１０１０５０００００００１９ａ ', '51310105000000019A'],
    ['a small x', '11010519491231002x', '11010519491231002X'],
    ['a no-break space', '\u00a0310105\u00a0', '310105'],
  ])('given %s, then it has its printed form', (_, text, printed) => {
    expect(normaliseIdentifier(text)).toBe(printed);
  });

  it('is in order only after it was normalised', () => {
    const usci = '５１３１０１０５０００００００１９Ａ';
    expect([judgeUsci(usci), judgeUsci(normaliseIdentifier(usci))]).toEqual(['form', 'valid']);
    const number = '１１０１０５１９４９１２３１００２ｘ';
    expect(judgeCitizenNumber(normaliseIdentifier(number))).toEqual([]);
  });

  it('keeps what stands inside it', () => {
    expect(normaliseIdentifier('备 2020—0001')).toBe('备 2020—0001');
  });
});
