import {
  type BusinessDay,
  type Decimal,
  compareDecimals,
  decimalOf,
  divideDecimals,
  epochDayOf,
  firstDayOfYear,
  formatDecimal,
  lastDayOfYear,
  multiplyDecimals,
  parseDecimal,
} from '@minhai/domain';
import type { Base, Target, Term } from '../indicators/definition.js';
import { type Quotient, compareTo, shareOfWay, shortest } from './quotient.js';

export type Status = 'on-track' | 'behind' | 'missed' | 'met' | 'met-at-base' | 'maintain' | 'no-base';

/** How far the way from base to target was gone, 0 to 1. Null without a target or a value, and before the base. */
export interface Standing {
  readonly completion: string | null;
  readonly status: Status | null;
}

const COMPLETION_DECIMALS = 4;
const ZERO = decimalOf(0);
const ONE = decimalOf(1);
const NOTHING: Standing = { completion: null, status: null };

/** A decimal of an indicator's definition; the definitions are tested to be well formed. */
export const decimal = (text: string): Decimal => parseDecimal(text)!;

/** A target whose value is known; null where what it is measured by is not. */
export type KnownTarget = Omit<Target, 'value'> & { readonly value: string | null };

/** While nothing is published that a target is a share of, its value is unknown, which is not nothing. */
export function knownTarget(target: Target, sumOf: (terms: readonly Term[]) => Decimal): KnownTarget {
  if (typeof target.value === 'string') return { ...target, value: target.value };
  const { of, factor } = target.value;
  const sum = sumOf(of);
  if (sum.unscaled === 0n) return { ...target, value: null };
  return { ...target, value: formatDecimal(shortest(multiplyDecimals(sum, decimal(factor)))) };
}

export function isReached(target: KnownTarget, quotient: Quotient): boolean | null {
  if (target.value === null) return null;
  const comparison = compareTo(quotient, decimal(target.value));
  if (comparison === null) return null;
  switch (target.comparator) {
    case 'gt':
      return comparison > 0;
    case 'gte':
      return comparison >= 0;
    case 'eq':
      return comparison === 0;
    case 'range':
      return comparison >= 0 && compareTo(quotient, decimal(target.upper!))! <= 0;
  }
}

interface Ambition {
  readonly base: Base | null;
  readonly target: KnownTarget | null;
}

/**
 * @param current the value at `asOf`; for a target over a period the flow of the period up to `asOf`
 */
export function standingOf({ base, target }: Ambition, current: Quotient, asOf: BusinessDay): Standing {
  if (!target || target.value === null) return NOTHING;
  const reached = isReached(target, current);
  if (reached === null || (base && asOf < base.asOf)) return NOTHING;
  const goal = decimal(target.value);
  const start = target.period || !base ? ZERO : decimal(base.published);
  const ahead = compareDecimals(start, goal);
  const completion = clamp(shareOfWay(current, ahead < 0 ? start : ZERO, goal, COMPLETION_DECIMALS)!);
  return { completion: formatDecimal(completion), status: statusOf() };

  function statusOf(): Status {
    const isOver = asOf >= lastDayOfYear(target!.year);
    if (!reached && isOver) return 'missed';
    if (ahead === 0) return reached ? 'maintain' : 'behind';
    if (ahead > 0) return reached ? 'met-at-base' : 'behind';
    if (reached) return 'met';
    if (!base) return 'no-base';
    const first = target!.period ? firstDayOfYear(target!.period.from) : base.asOf;
    return compareDecimals(completion, elapsedShare(first, asOf, target!.year)) >= 0 ? 'on-track' : 'behind';
  }
}

const clamp = (value: Decimal): Decimal =>
  compareDecimals(value, ZERO) < 0
    ? { unscaled: 0n, scale: COMPLETION_DECIMALS }
    : compareDecimals(value, ONE) > 0
      ? { unscaled: 10n ** BigInt(COMPLETION_DECIMALS), scale: COMPLETION_DECIMALS }
      : value;

/** The share of days gone between the base and the end of the target year. */
function elapsedShare(first: BusinessDay, asOf: BusinessDay, year: number): Decimal {
  const days = epochDayOf(lastDayOfYear(year)) - epochDayOf(first);
  const gone = Math.min(Math.max(epochDayOf(asOf) - epochDayOf(first), 0), days);
  return divideDecimals(decimalOf(gone), decimalOf(days), COMPLETION_DECIMALS)!;
}
