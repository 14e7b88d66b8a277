import { type BusinessDay, formatDecimal, lastDayOfYear } from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import type { Quotient } from '../evaluate/quotient.js';
import { type KnownTarget, decimal, isReached } from '../evaluate/standing.js';
import { isNarrower } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Counted, countedOf } from './counted.js';
import {
  type Fraction,
  NOTHING,
  atLeast,
  atMost,
  compareFractions,
  fractionOf,
  fractionOfQuotient,
  minus,
  over,
  plus,
  rounded,
  times,
  whole,
} from '../evaluate/fraction.js';
import { type Pace, monthlyOf, monthsLeft, paceOf } from './pace.js';
import { summaryOf } from './summary.js';

/** The way that is left, and where the pace of the last twelve months leads. */
export interface Outlook {
  /** Last day of the target year; null without a target. */
  readonly targetDay: BusinessDay | null;
  /** Two decimals; the days left in the month of `asOf` count as part of it. */
  readonly monthsLeft: string | null;
  /** What is still missing at `asOf`; an amount of 0 when the target is reached. Null while value or target is unknown. */
  readonly missing: Counted | null;
  /** What is missing ÷ time left; null once the time is over. */
  readonly required: Pace | null;
  /** Change of the last 12 months; for a target over a period what was added in them. Null while one end has no value. */
  readonly actual: Pace | null;
  /** Value at `targetDay` at that pace; never below 0, a share of a whole never above it. */
  readonly projected: string | null;
  /** What will be missing at `targetDay` at that pace and the present denominator. */
  readonly shortfall: Counted | null;
  /** True when something is missing and the pace is nothing or backwards. */
  readonly never: boolean;
  /** All this in a sentence. */
  readonly summary: Titles | null;
}

export interface OutlookQuestion {
  readonly indicator: IndicatorDefinition;
  readonly target: KnownTarget | null;
  readonly asOf: BusinessDay;
  /** What the target is compared with, at `asOf`. */
  readonly measured: Quotient;
  /** How much `measured` changed in the last twelve months; null when that cannot be said. */
  readonly change: Fraction | null;
}

const PACE_DECIMALS = 2;

/** Nothing is said of the way. */
export const NO_OUTLOOK: Outlook = {
  targetDay: null,
  monthsLeft: null,
  missing: null,
  required: null,
  actual: null,
  projected: null,
  shortfall: null,
  never: false,
  summary: null,
};

export function outlookOf(question: OutlookQuestion): Outlook {
  const { indicator, target, asOf, measured, change } = question;
  if (!target) return NO_OUTLOOK;
  const decimals = Math.max(indicator.decimals, PACE_DECIMALS);
  const targetDay = lastDayOfYear(target.year);
  const left = monthsLeft(asOf, targetDay);
  const known = {
    ...NO_OUTLOOK,
    targetDay,
    monthsLeft: formatDecimal(rounded(left, 2)),
    actual: change && paceOf(monthlyOf(change), decimals),
  };
  const value = fractionOfQuotient(measured);
  if (target.value === null || value === null)
    return { ...known, summary: summaryOf({ ...question, outlook: known, reached: null }) };
  const goal = fractionOf(decimal(target.value));
  const reached = isReached(target, measured)!;
  const missing = reached ? NOTHING : atLeast(minus(goal, value), NOTHING);
  const isOver = asOf >= targetDay;
  const projection =
    change && !isOver ? project(indicator, plus(value, times(monthlyOf(change), left))) : null;
  const counted = (from: Fraction): Counted => countedOfWay(goal, from, question);
  const outlook: Outlook = {
    ...known,
    missing: reached ? countedOf(NOTHING, measured, indicator) : counted(value),
    required: isOver ? null : paceOf(over(missing, left), decimals),
    projected: projection && formatDecimal(rounded(projection, indicator.decimals)),
    shortfall: projection && counted(projection),
    never:
      !isOver && !reached && compareFractions(value, goal) <= 0 && change !== null && change.numerator <= 0n,
  };
  return { ...outlook, summary: summaryOf({ ...question, outlook, reached }) };
}

function countedOfWay(
  goal: Fraction,
  from: Fraction,
  { indicator, target, measured }: OutlookQuestion,
): Counted {
  const beyond = target!.comparator === 'gt';
  const comparison = compareFractions(from, goal);
  return comparison > 0 || (comparison === 0 && !beyond)
    ? countedOf(NOTHING, measured, indicator)
    : countedOf(minus(goal, from), measured, indicator, beyond);
}

function project(indicator: IndicatorDefinition, value: Fraction): Fraction {
  const { factor, divisor = 1 } = indicator;
  const possible = atLeast(value, NOTHING);
  return isShareOfWhole(indicator) ? atMost(possible, over(whole(factor), whole(divisor))) : possible;
}

/** What is counted above is counted below too, so the value cannot pass all of it. */
const isShareOfWhole = ({ kind, numerator, denominator }: IndicatorDefinition): boolean =>
  kind === 'COVER' ||
  (denominator !== null &&
    numerator.every((term) =>
      denominator.some(({ measure, where }) => measure === term.measure && isNarrower(term.where, where)),
    ));
