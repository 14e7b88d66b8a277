import { describe, expect, it } from '@jest/globals';
import { addDecimals, decimalOf, formatDecimal, parseDecimal } from '@minhai/domain';
import type { SeriesRow } from '../evaluate/series.js';
import { figuresOf } from '../evaluate/evaluate.js';
import { shortest } from '../evaluate/quotient.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { foldedTables, indicatorValues, ledgerDeliveries } from './gold.fixture.spec.js';

const values = indicatorValues(foldedTables(ledgerDeliveries()).tables());

/** Without zeros at the end, so that sums of any scale compare. */
const sumOf = (texts: readonly string[]): string =>
  formatDecimal(shortest(texts.map((text) => parseDecimal(text)!).reduce(addDecimals, decimalOf(0))));

const byPeriod = (rows: readonly SeriesRow[]): Map<string, SeriesRow[]> => {
  const groups = new Map<string, SeriesRow[]>();
  for (const row of rows) groups.set(row.periodEnd, [...(groups.get(row.periodEnd) ?? []), row]);
  return groups;
};

const brokenDown = INDICATORS.filter(({ breakdown }) => breakdown === 'street');

describe('sums over the whole ledger', () => {
  it('has indicators by 街镇 to add up', () => expect(brokenDown.length).toBeGreaterThan(20));

  it.each(brokenDown.map((indicator) => [indicator.id, indicator] as const))(
    '%s: at every month end the 街镇 add up to the district, and its value is made of those sums',
    (id, indicator) => {
      const own = values.filter((row) => row.indicator === id);
      expect(own.length).toBeGreaterThan(0);
      for (const rows of byPeriod(own).values()) {
        const district = rows.find(({ region }) => region === indicator.district)!;
        const streets = rows.filter(({ region }) => region !== indicator.district);
        expect(sumOf(streets.map(({ numerator }) => numerator))).toBe(sumOf([district.numerator]));
        if (district.denominator !== null)
          expect(sumOf(streets.map(({ denominator }) => denominator!))).toBe(sumOf([district.denominator]));
        const { value } = figuresOf(
          {
            numerator: parseDecimal(district.numerator)!,
            denominator: district.denominator === null ? null : parseDecimal(district.denominator)!,
            factor: indicator.factor,
            divisor: indicator.divisor,
          },
          indicator.decimals,
        );
        expect(district.value).toBe(value);
      }
    },
  );
});
