import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  decimalOf,
  divideDecimals,
  formatDecimal,
  parseDecimal,
  rescale,
  subtractDecimals,
  type Decimal,
} from './decimal.js';

const decimal = fc.record({
  unscaled: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  scale: fc.integer({ min: 0, max: 6 }),
});

const percent = (numerator: number, denominator: number, scale: number): string =>
  formatDecimal(divideDecimals(decimalOf(numerator * 100), decimalOf(denominator), scale) as Decimal);

describe('decimal', () => {
  it('reproduces the published percentages without a float', () => {
    expect(percent(6567, 218_900, 2)).toBe('3.00');
    expect(percent(2233, 6567, 0)).toBe('34');
    expect(percent(135, 793, 0)).toBe('17');
    expect(percent(2069, 8278, 0)).toBe('25');
  });

  it('rounds half away from zero', () => {
    expect(formatDecimal(rescale(parseDecimal('2.5')!, 0))).toBe('3');
    expect(formatDecimal(rescale(parseDecimal('-2.5')!, 0))).toBe('-3');
    expect(formatDecimal(rescale(parseDecimal('2.4999')!, 0))).toBe('2');
  });

  it('has no value for a division by zero', () => {
    expect(divideDecimals(decimalOf(1), decimalOf(0), 2)).toBeUndefined();
  });

  it('given any decimal, then its text reads back to the same value', () => {
    fc.assert(fc.property(decimal, (value) => expect(parseDecimal(formatDecimal(value))).toEqual(value)));
  });

  it('given any two, then what is taken away and added again leaves the first', () => {
    expect(formatDecimal(subtractDecimals(parseDecimal('1')!, parseDecimal('0.25')!))).toBe('0.75');
    fc.assert(
      fc.property(decimal, decimal, (a, b) =>
        expect(compareDecimals(addDecimals(subtractDecimals(a, b), b), a)).toBe(0),
      ),
    );
  });

  it('given a quotient, then multiplying back is within half a unit of the last place', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (a, b) => {
          const { unscaled } = divideDecimals(decimalOf(a), decimalOf(b), 3)!;
          const error = 2n * (unscaled * b - a * 1000n);
          expect(error <= b && error >= -b).toBe(true);
        },
      ),
    );
  });

  it('given additions in any order, then the sum is the same', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) =>
        expect(compareDecimals(addDecimals(a, b), addDecimals(b, a))).toBe(0),
      ),
    );
  });
});
