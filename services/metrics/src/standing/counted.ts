import { formatDecimal } from '@minhai/domain';
import type { Counts, IndicatorDefinition } from '../indicators/definition.js';
import type { Quotient } from '../evaluate/quotient.js';
import { type Fraction, fractionOf, over, roundedUp, times, whole } from '../evaluate/fraction.js';

/** So many of what an indicator counts, in the unit people act on: `87`, 张, 护理型床位, nursing-type beds. */
export interface Counted {
  readonly amount: string;
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
}

type Countable = Pick<IndicatorDefinition, 'counts' | 'names' | 'unit' | 'decimals' | 'factor' | 'divisor'>;

/** What an indicator counts; one that names nothing counts its own name in its own unit. */
export const countsOf = ({ counts, names, unit }: Pick<Countable, 'counts' | 'names' | 'unit'>): Counts =>
  counts ?? { unit, zh: names.zh.replace(/人?数$/u, ''), en: names.en };

/**
 * How many more have to be counted, at the present denominator, for the value to rise by `missing`; rounded up.
 * @param beyond whether reaching is not enough (“超过”): then it is one more where the division leaves nothing over
 */
export function countedOf(
  missing: Fraction,
  { denominator }: Quotient,
  indicator: Countable,
  beyond = false,
): Counted {
  const { counts, decimals, factor, divisor = 1 } = indicator;
  const inNumerator = times(
    missing,
    over(times(fractionOf(denominator ?? ONE), whole(divisor)), whole(factor)),
  );
  const inUnits = counts ? over(inNumerator, whole(counts.per ?? 1)) : missing;
  const step = counts ? 0 : decimals;
  const amount = roundedUp(inUnits, step);
  const isExact = amount.unscaled * inUnits.denominator === inUnits.numerator * 10n ** BigInt(step);
  const { unit, zh, en } = countsOf(indicator);
  return {
    amount: formatDecimal(beyond && isExact ? { ...amount, unscaled: amount.unscaled + 1n } : amount),
    unit,
    zh,
    en,
  };
}

const ONE = { unscaled: 1n, scale: 0 };

export const inChinese = ({ amount, unit, zh }: Counted): string => `${amount} ${unit}${zh}`;
export const inEnglish = ({ amount, en }: Counted): string => `${amount} ${en}`;
