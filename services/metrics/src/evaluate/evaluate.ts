import { type BusinessDay, type Decimal, addDecimals, formatDecimal, subtractDecimals } from '@minhai/domain';
import type { Base, Bound, DeclaredMismatch, IndicatorDefinition, Source } from '../indicators/definition.js';
import { type Breach, breachOf } from '../standing/breach.js';
import { type Outlook, outlookOf } from '../standing/outlook.js';
import { changeOf, changeWindows } from './change.js';
import { quotientIn, sumIn } from './sums.js';
import { type Quotient, compareTo, valueOf } from './quotient.js';
import { type KnownTarget, type Standing, decimal, knownTarget, standingOf } from './standing.js';
import {
  type Lookup,
  type Period,
  type Window,
  ownPeriod,
  ownWindows,
  targetTermsOf,
  termsOf,
  windowOf,
} from './window.js';

/** A value with what it was divided from; decimals as strings, null where there is none. */
export interface Figures {
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
}

export interface BaseCheck {
  readonly asOf: BusinessDay;
  readonly published: string;
  readonly computed: string | null;
  /** Whether the computed figure, rounded as the published one is printed, equals it, or lies within its bound. */
  readonly match: boolean;
  /** Only where the definition declares that the published figure cannot be met. */
  readonly declaredMismatch?: DeclaredMismatch & {
    /** Whether the computed figure, before any rounding, is no farther from the published one than declared. */
    readonly within: boolean;
  };
}

export interface EvaluatedIndicator extends Figures, Standing, Breach {
  readonly id: string;
  readonly district: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly kind: string;
  readonly property: string;
  readonly asOf: BusinessDay;
  readonly base: BaseCheck | null;
  /** A value of null: the target is a share of what is not published yet. */
  readonly target: Pick<KnownTarget, 'literal' | 'comparator' | 'value' | 'year'> | null;
  /** The way that is left, and where the pace of the last twelve months leads. */
  readonly outlook: Outlook;
  readonly source: Source;
}

/** Every window an evaluation will look up, so that all can be read at once. */
export function windowsFor(indicator: IndicatorDefinition, asOf: BusinessDay): Window[] {
  const terms = termsOf(indicator);
  const { base, target } = indicator;
  return [
    ...ownWindows(indicator, asOf),
    ...(base ? ownWindows(indicator, base.asOf) : []),
    ...(target?.period ? terms.map((term) => windowOf(term, asOf, target.period)) : []),
    ...targetTermsOf(indicator).map((term) => windowOf(term, asOf)),
    ...changeWindows(indicator, asOf),
  ];
}

export interface Scope {
  readonly street?: string;
  readonly period?: Period;
}

/** Numerators and denominators are summed over all that counts and divided once; never an average of ratios. */
export function quotientOf(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
  scope: Scope = {},
): Quotient {
  const period = scope.period ?? ownPeriod(indicator, asOf);
  return quotientIn(indicator, lookup, (term) => windowOf(term, asOf, period), scope.street);
}

export function figuresOf(quotient: Quotient, decimals: number): Figures {
  const value = valueOf(quotient, decimals);
  return {
    value: value && formatDecimal(value),
    numerator: formatDecimal(quotient.numerator),
    denominator: quotient.denominator && formatDecimal(quotient.denominator),
  };
}

export function evaluate(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
): EvaluatedIndicator {
  const { id, district, names, unit, kind, property, base, source, decimals } = indicator;
  const target =
    indicator.target &&
    knownTarget(indicator.target, (terms) => sumIn(terms, lookup, (term) => windowOf(term, asOf)));
  const current = quotientOf(indicator, asOf, lookup);
  const measured = target?.period ? quotientOf(indicator, asOf, lookup, { period: target.period }) : current;
  const standing = standingOf({ base, target }, measured, asOf);
  const change = changeOf(indicator, asOf, measured, lookup);
  return {
    id,
    district,
    name: { zh: names.zh, en: names.en },
    unit,
    kind,
    property,
    asOf,
    ...figuresOf(current, decimals),
    base: base && checkBase(base, quotientOf(indicator, base.asOf, lookup), decimals),
    target: target && {
      literal: target.literal,
      comparator: target.comparator,
      value: target.value,
      year: target.year,
    },
    ...standing,
    ...breachOf({ indicator, target, asOf, measured, status: standing.status }),
    outlook: outlookOf({ indicator, target, asOf, measured, change }),
    source,
  };
}

function checkBase(
  { asOf, published, bound, declaredMismatch }: Base,
  quotient: Quotient,
  decimals: number,
): BaseCheck {
  const expected = decimal(published);
  const printed = valueOf(quotient, expected.scale);
  return {
    asOf,
    published,
    computed: figuresOf(quotient, decimals).value,
    match: bound
      ? isWithinBound(quotient, expected, bound)
      : printed !== null && compareTo({ numerator: printed, denominator: null, factor: 1 }, expected) === 0,
    ...(declaredMismatch && {
      declaredMismatch: {
        ...declaredMismatch,
        within: isWithin(quotient, expected, decimal(declaredMismatch.tolerance)),
      },
    }),
  };
}

/** False while there is no value. */
function isWithin(quotient: Quotient, expected: Decimal, tolerance: Decimal): boolean {
  const toLowest = compareTo(quotient, subtractDecimals(expected, tolerance));
  const toHighest = compareTo(quotient, addDecimals(expected, tolerance));
  return toLowest !== null && toHighest !== null && toLowest >= 0 && toHighest <= 0;
}

/** Compared before any rounding; false while there is no value. */
function isWithinBound(quotient: Quotient, lowest: Decimal, { comparator, below }: Bound): boolean {
  const comparison = compareTo(quotient, lowest);
  if (comparison === null || comparison < (comparator === 'gt' ? 1 : 0)) return false;
  return below === undefined || compareTo(quotient, decimal(below))! < 0;
}
