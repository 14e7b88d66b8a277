import { describe, expect, it } from '@jest/globals';
import { addDecimals, compareDecimals, decimalOf, formatDecimal, subtractDecimals } from '@minhai/domain';
import fc from 'fast-check';
import { apportion } from './apportion.js';
import { type Fraction, NOTHING, fraction, minus, plus, rounded } from '../evaluate/fraction.js';

const printed = (parts: readonly Fraction[], total: string): string[] =>
  apportion(parts, { unscaled: BigInt(total.replace('.', '')), scale: total.split('.')[1]?.length ?? 0 }).map(
    formatDecimal,
  );

describe('apportion', () => {
  it('gives the missing digits to the parts that lost most, ties to the earlier', () => {
    expect(printed([fraction(1n, 3n), fraction(1n, 3n), fraction(1n, 3n)], '1.0')).toEqual([
      '0.4',
      '0.3',
      '0.3',
    ]);
    expect(printed([fraction(-1n, 3n), fraction(2n, 3n)], '0.3')).toEqual(['-0.3', '0.6']);
  });

  it('leaves what needs no rounding', () => {
    expect(printed([fraction(5n), fraction(1n, 4n), fraction(-3n)], '2.3')).toEqual(['5.0', '0.3', '-3.0']);
  });

  it('given figures rounded away from each other across nothing, still adds up', () => {
    expect(printed([fraction(-1n)], '-2')).toEqual(['-2']);
    expect(printed([fraction(1n)], '2')).toEqual(['2']);
  });

  it('law: parts as printed add up to the difference of two figures as printed, each within two last digits', () => {
    const amount = fc
      .tuple(fc.bigInt(-9_999n, 9_999n), fc.bigInt(1n, 97n))
      .map(([numerator, denominator]) => fraction(numerator, denominator));
    const law = fc.property(amount, fc.array(amount, { minLength: 1 }), fc.nat(3), (first, parts, scale) => {
      const last = parts.reduce(plus, first);
      const total = subtractDecimals(rounded(last, scale), rounded(first, scale));
      const shares = apportion(parts, total);
      expect(compareDecimals(shares.reduce(addDecimals, decimalOf(0)), total)).toBe(0);
      for (const [i, { unscaled }] of shares.entries()) {
        const off = minus(fraction(unscaled, 10n ** BigInt(scale)), parts[i]!);
        const digits = minus(
          fraction(2n, 10n ** BigInt(scale)),
          off.numerator < 0n ? minus(NOTHING, off) : off,
        );
        expect(digits.numerator).toBeGreaterThan(0n);
      }
    });
    fc.assert(law, { numRuns: 300 });
  });
});
