import { type Decimal, addDecimals, compareDecimals, decimalOf, subtractDecimals } from '@minhai/domain';
import { CrashError } from '@minhai/errors';
import type { Quotient } from '../evaluate/quotient.js';
import {
  type Fraction,
  NOTHING,
  fraction,
  fractionOf,
  fractionOfQuotient,
  isNothing,
  minus,
  negative,
  over,
  plus,
  times,
} from '../evaluate/fraction.js';

/**
 * Why a figure moved, in this order:
 * `definition`: what is counted is defined otherwise · `corrections`, `voids`, `late`: what was learned since the first
 * reading about days that it covered · `divisions`: regions changed · `earlier-period`: a flow is counted anew in each
 * period, and what the earlier one held is left behind · `numerator`, `denominator`: what happened.
 */
export const PARTS = [
  'definition',
  'corrections',
  'voids',
  'late',
  'divisions',
  'earlier-period',
  'numerator',
  'denominator',
] as const;

export type PartName = (typeof PARTS)[number];

/**
 * The way from one reading to the other, one change at a time: the first reading; the same counted by the other
 * definition; the same days as known to the second reading; the second reading.
 */
export interface Path {
  readonly from: Quotient;
  readonly redefined: Quotient;
  readonly relearned: Quotient;
  readonly to: Quotient;
}

export type Step = 'knowledge' | 'time';

/** What one event added to numerator and denominator on one step of the way. */
export interface Contribution {
  readonly step: Step;
  readonly part: Exclude<PartName, 'definition'>;
  readonly eventId: string;
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

export interface Share {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** Of the difference in value; null while there is none. */
  readonly value: Fraction | null;
}

export interface EventShare extends Share {
  readonly eventId: string;
}

export interface Part extends Share {
  readonly part: PartName;
  /** Events that cancel out within the part are left out. */
  readonly events: readonly EventShare[];
}

export interface Decomposition extends Share {
  /** Only parts in which something moved. */
  readonly parts: readonly Part[];
}

/** The figure as scaled numerator over denominator; a count has the denominator 1. */
interface Point {
  readonly scaled: Fraction;
  readonly denominator: Fraction;
}

const scaleOf = ({ factor, divisor = 1 }: Quotient): Fraction => fraction(BigInt(factor), BigInt(divisor));

const pointOf = (quotient: Quotient): Point => ({
  scaled: times(fractionOf(quotient.numerator), scaleOf(quotient)),
  denominator: quotient.denominator === null ? fraction(1n) : fractionOf(quotient.denominator),
});

/** What one more in the scaled numerator, or in the denominator, is worth in value on a stretch of the way. */
interface Worth {
  readonly scaled: Fraction;
  readonly denominator: Fraction;
}

const HALF = fraction(1n, 2n);
const inverse = (value: Fraction): Fraction => over(fraction(1n), value);

/**
 * A change of a ratio split evenly between its sides, so that neither order of the two is favoured:
 * ΔM·(1/D₁+1/D₂)/2 and −ΔD·(M₁+M₂)/(2·D₁·D₂) add up to M₂/D₂ − M₁/D₁ exactly.
 */
function worthBetween(first: Point, second: Point): Worth {
  return {
    scaled: times(HALF, plus(inverse(first.denominator), inverse(second.denominator))),
    denominator: negative(
      times(HALF, over(plus(first.scaled, second.scaled), times(first.denominator, second.denominator))),
    ),
  };
}

/** What things are worth on each of the three steps. A stop without a value is passed by: its two steps become one. */
function worths(path: Path): readonly Worth[] | null {
  const stops = [path.from, path.redefined, path.relearned, path.to].map(pointOf);
  const hasValue = ({ denominator }: Point): boolean => !isNothing(denominator);
  if (!hasValue(stops[0]!) || !hasValue(stops[3]!)) return null;
  return [0, 1, 2].map((step) => {
    const before = stops.slice(0, step + 1).findLast(hasValue)!;
    const after = stops.slice(step + 1).find(hasValue)!;
    return worthBetween(before, after);
  });
}

const ZERO = decimalOf(0);
const isZero = ({ unscaled }: Decimal): boolean => unscaled === 0n;
const stepNumber: Readonly<Record<Step, 1 | 2>> = { knowledge: 1, time: 2 };

interface Sum {
  numerator: Decimal;
  denominator: Decimal;
  value: Fraction | null;
}

const nothing = (value: Fraction | null): Sum => ({ numerator: ZERO, denominator: ZERO, value });

function add(sum: Sum, share: Share): void {
  sum.numerator = addDecimals(sum.numerator, share.numerator);
  sum.denominator = addDecimals(sum.denominator, share.denominator);
  sum.value = sum.value && share.value && plus(sum.value, share.value);
}

/**
 * Decomposes the difference between both ends of a path exactly: parts add up to the difference, events to their parts, in
 * value, numerator and denominator. Depends on the set of contributions alone. Without a value at either end the values
 * are null, and numerator and denominator are explained each for itself. Throws CrashError when the contributions do not
 * account for the difference: such an explanation would be wrong.
 */
export function decompose(path: Path, contributions: readonly Contribution[]): Decomposition {
  const worth = worths(path);
  const none = worth && NOTHING;
  const scale = scaleOf(path.to);
  const parts = new Map<PartName, Map<string, Sum>>(PARTS.map((part) => [part, new Map()]));
  for (const { step, part, eventId, numerator, denominator } of contributions) {
    const events = parts.get(part)!;
    const sum = events.get(eventId) ?? nothing(none);
    events.set(eventId, sum);
    const at = worth?.[stepNumber[step]];
    const value =
      at &&
      plus(
        times(times(fractionOf(numerator), scale), at.scaled),
        times(fractionOf(denominator), at.denominator),
      );
    add(sum, { numerator, denominator, value: value ?? null });
  }
  const found = PARTS.map((part) =>
    part === 'definition' ? definitionPart(path, worth?.[0]) : partOf(part, parts.get(part)!, none),
  ).filter(isMoved);
  const total = nothing(none);
  for (const part of found) add(total, part);
  assertComplete(path, total);
  return { ...total, parts: found };
}

function definitionPart({ from, redefined }: Path, worth: Worth | undefined): Part {
  const [before, after] = [pointOf(from), pointOf(redefined)];
  return {
    part: 'definition',
    numerator: subtractDecimals(redefined.numerator, from.numerator),
    denominator: subtractDecimals(redefined.denominator ?? ZERO, from.denominator ?? ZERO),
    value: worth
      ? plus(
          times(minus(after.scaled, before.scaled), worth.scaled),
          times(minus(after.denominator, before.denominator), worth.denominator),
        )
      : null,
    events: [],
  };
}

function partOf(part: PartName, sums: ReadonlyMap<string, Sum>, none: Fraction | null): Part {
  const events = [...sums].map(([eventId, sum]) => ({ eventId, ...sum })).filter(isMoved);
  const total = nothing(none);
  for (const event of events) add(total, event);
  return { part, ...total, events: events.sort((a, b) => (a.eventId < b.eventId ? -1 : 1)) };
}

const isMoved = ({ numerator, denominator, value }: Share): boolean =>
  !isZero(numerator) || !isZero(denominator) || (value !== null && !isNothing(value));

function assertComplete({ from, to }: Path, total: Share): void {
  const [before, after] = [fractionOfQuotient(from), fractionOfQuotient(to)];
  const value = before && after && minus(after, before);
  const isComplete =
    compareDecimals(total.numerator, subtractDecimals(to.numerator, from.numerator)) === 0 &&
    compareDecimals(total.denominator, subtractDecimals(to.denominator ?? ZERO, from.denominator ?? ZERO)) ===
      0 &&
    (value === null ? total.value === null : total.value !== null && isNothing(minus(value, total.value)));
  if (!isComplete) throw new CrashError('HANDLER_ERROR', 'the parts of a movement do not add up to it');
}
