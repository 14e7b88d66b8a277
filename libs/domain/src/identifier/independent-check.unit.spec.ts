import { describe, expect, it } from '@jest/globals';
import { Mod11_2, Mod37_36 } from '@konfirm/iso7064';
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { judgeCitizenNumber } from './citizen-number.js';
import { mod11_2, mod37_36 } from './iso7064.js';
import { buildUsci, judgeUsci, usciCheckCharacter } from './usci.js';

const { ric, uscc } = stdnum['CN']!;
const textOf = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const DIGITS = '0123456789';
const USCI_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('check characters, held against an independent implementation', () => {
  it('MOD 11-2', () => {
    fc.assert(
      fc.property(textOf(DIGITS, 1, 40), (text) => expect(mod11_2(text)).toBe(Mod11_2.checksum(text))),
    );
  });

  it('MOD 37,36', () => {
    fc.assert(
      fc.property(textOf(`${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`, 1, 80), (text) =>
        expect(mod37_36(text)).toBe(Mod37_36.checksum(text)),
      ),
    );
  });

  it('citizen numbers of 1900 to 2019, right and wrong', () => {
    // Apart from these years they differ: stdnum takes year 0001 and measures the future by the clock of the machine.
    const born = fc
      .tuple(
        fc.integer({ min: 1900, max: 2019 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(([year, month, day]) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        born,
        textOf(DIGITS, 3),
        textOf(`${DIGITS}X`, 1),
        fc.boolean(),
        (birth, last, check, right) => {
          const first17 = `990000${birth}${last}`;
          const text = first17 + (right ? mod11_2(first17) : check);
          expect(judgeCitizenNumber(text).length === 0).toBe(ric!.validate(text).isValid);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('unified social credit identifiers, right and wrong', () => {
    // stdnum asks for digits at 1 and 2, where the standard also has letters (A for the military), and looks up the
    // check character of a sum divisible by 31 outside its alphabet: it refuses every identifier that ends in 0.
    fc.assert(
      fc.property(
        textOf(DIGITS, 8),
        textOf(USCI_LETTERS, 9),
        textOf(USCI_LETTERS, 1),
        (leading, body, check) => {
          const first17 = leading + body;
          const right = usciCheckCharacter(first17);
          for (const text of [first17 + right, first17 + check]) {
            const accepted = !['form', 'check'].includes(judgeUsci(text));
            expect(uscc!.validate(text).isValid).toBe(accepted && right !== '0');
          }
        },
      ),
      { numRuns: 1000 },
    );
    const endsInZero = Array.from({ length: 500 }, (_, n) =>
      buildUsci('51310105', String(n).padStart(8, '0')),
    ).find((text) => text.endsWith('0'))!;
    expect([judgeUsci(endsInZero), uscc!.validate(endsInZero).isValid]).toEqual(['valid', false]);
  });
});
