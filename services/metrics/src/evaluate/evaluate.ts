import {
  type BusinessDay,
  type Decimal,
  addDecimals,
  decimalOf,
  formatDecimal,
  multiplyDecimals,
} from '@minhai/domain';
import type {
  Base,
  Bound,
  DeclaredMismatch,
  IndicatorDefinition,
  Source,
  Target,
  Term,
} from '../indicators/definition.js';
import { type Quotient, compareTo, shortest, subtract, valueOf } from './quotient.js';
import { type KnownTarget, type Standing, decimal, standingOf } from './standing.js';
import {
  type Amount,
  type Lookup,
  type Period,
  type Window,
  getMeasure,
  isCounted,
  ownPeriod,
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

export interface EvaluatedIndicator extends Figures, Standing {
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
  readonly source: Source;
}

/** Every window an evaluation will look up, so that all can be read at once. */
export function windowsFor(indicator: IndicatorDefinition, asOf: BusinessDay): Window[] {
  const terms = termsOf(indicator);
  const { base, target } = indicator;
  return [
    ...terms.map((term) => windowOf(term, asOf, ownPeriod(indicator, asOf))),
    ...(base ? terms.map((term) => windowOf(term, base.asOf, ownPeriod(indicator, base.asOf))) : []),
    ...(target?.period ? terms.map((term) => windowOf(term, asOf, target.period)) : []),
    ...(target && typeof target.value !== 'string'
      ? target.value.of.map((term) => windowOf(term, asOf))
      : []),
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
  const sum = (terms: readonly Term[]): Decimal => sumOfTerms(terms, asOf, lookup, { ...scope, period });
  return {
    numerator: sum(indicator.numerator),
    denominator: indicator.denominator && sum(indicator.denominator),
    factor: indicator.factor,
    divisor: indicator.divisor,
  };
}

const sumOfTerms = (terms: readonly Term[], asOf: BusinessDay, lookup: Lookup, scope: Scope = {}): Decimal =>
  terms
    .map((term) => sumOf(lookup(windowOf(term, asOf, scope.period)), term, scope.street))
    .reduce(addDecimals, decimalOf(0));

function sumOf(amounts: readonly Amount[], term: Term, street: string | undefined): Decimal {
  const counted = amounts.filter(
    (row) => (street === undefined || row.street === street) && isCounted(term, row.dims),
  );
  return decimalOf(
    counted.reduce((sum, row) => sum + row.amount, 0n),
    getMeasure(term.measure).scale,
  );
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
  const target = indicator.target && knownTarget(indicator.target, asOf, lookup);
  const current = quotientOf(indicator, asOf, lookup);
  const measured = target?.period ? quotientOf(indicator, asOf, lookup, { period: target.period }) : current;
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
    ...standingOf({ base, target }, measured, asOf),
    source,
  };
}

/** While nothing is published that a target is a share of, its value is unknown, which is not nothing. */
function knownTarget(target: Target, asOf: BusinessDay, lookup: Lookup): KnownTarget {
  if (typeof target.value === 'string') return { ...target, value: target.value };
  const { of, factor } = target.value;
  const sum = sumOfTerms(of, asOf, lookup);
  if (sum.unscaled === 0n) return { ...target, value: null };
  return { ...target, value: formatDecimal(shortest(multiplyDecimals(sum, decimal(factor)))) };
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
  const toLowest = compareTo(quotient, subtract(expected, tolerance));
  const toHighest = compareTo(quotient, addDecimals(expected, tolerance));
  return toLowest !== null && toHighest !== null && toLowest >= 0 && toHighest <= 0;
}

/** Compared before any rounding; false while there is no value. */
function isWithinBound(quotient: Quotient, lowest: Decimal, { comparator, below }: Bound): boolean {
  const comparison = compareTo(quotient, lowest);
  if (comparison === null || comparison < (comparator === 'gt' ? 1 : 0)) return false;
  return below === undefined || compareTo(quotient, decimal(below))! < 0;
}
