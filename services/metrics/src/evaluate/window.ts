import { type BusinessDay, addDays, firstDayOfYear, lastDayOfYear, yearOf } from '@minhai/domain';
import type { FactDefinition, MeasureDefinition } from '@minhai/facts';
import { FACTS } from '../facts/catalogue.generated.js';
import type { IndicatorDefinition, Target, Term } from '../indicators/definition.js';

/** What is asked of a measure: everything up to a day (a stock), or from a day to a day (a flow), both included. */
export interface Window {
  readonly measure: string;
  readonly from: BusinessDay | null;
  readonly to: BusinessDay;
}

/** A sum within a window. */
export interface Amount {
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly amount: bigint;
}

/** Answers a window; the district is understood. */
export type Lookup = (window: Window) => readonly Amount[];

const MEASURES: ReadonlyMap<string, MeasureDefinition> = new Map(
  FACTS.flatMap(({ measures }) => measures).map((measure) => [measure.name, measure]),
);

export function getMeasure(name: string): MeasureDefinition {
  const measure = MEASURES.get(name);
  if (!measure) throw new TypeError(`no fact has a measure ${name}`);
  return measure;
}

export type Period = NonNullable<Target['period']>;

/** The years of the five-year plan in which a year lies: 2016 to 2020, 2021 to 2025. */
export function planOf(year: number): Period {
  const from = year - ((year - 1) % 5);
  return { from, to: from + 4 };
}

/** The period an indicator's own value is about; undefined for the calendar year. */
export const ownPeriod = ({ kind }: IndicatorDefinition, asOf: BusinessDay): Period | undefined =>
  kind === 'FLOW-P' ? planOf(yearOf(asOf)) : undefined;

/** A flow is read from the first day of the calendar year, or over the years of a period. */
export function windowOf({ measure }: Term, asOf: BusinessDay, period?: Period): Window {
  if (getMeasure(measure).kind === 'stock') return { measure, from: null, to: asOf };
  if (!period) return { measure, from: firstDayOfYear(yearOf(asOf)), to: asOf };
  const end = lastDayOfYear(period.to);
  return { measure, from: firstDayOfYear(period.from), to: asOf < end ? asOf : end };
}

/** After a day up to another; a stock, which has no days of its own, up to that other. */
export const windowAfter = ({ measure }: Term, after: BusinessDay, to: BusinessDay): Window => ({
  measure,
  from: getMeasure(measure).kind === 'stock' ? null : addDays(after, 1),
  to,
});

export const termsOf = ({ numerator, denominator }: IndicatorDefinition): readonly Term[] => [
  ...numerator,
  ...(denominator ?? []),
];

/** What a target is a share of; none where it is a number. */
export const targetTermsOf = ({ target }: IndicatorDefinition): readonly Term[] =>
  target === null || typeof target.value === 'string' ? [] : target.value.of;

/** Where an indicator's own value is read from at a day. */
export const ownWindows = (indicator: IndicatorDefinition, asOf: BusinessDay): Window[] =>
  termsOf(indicator).map((term) => windowOf(term, asOf, ownPeriod(indicator, asOf)));

/** The facts that have one of these measures. */
export function factsWith(measures: readonly string[], facts: readonly FactDefinition[]): FactDefinition[] {
  const wanted = new Set(measures);
  return facts.filter((fact) => fact.measures.some(({ name }) => wanted.has(name)));
}

/** Whether whatever the narrower condition lets pass, the wider one lets pass too; without one everything passes. */
export const isNarrower = (narrower: Term['where'] = {}, wider: Term['where'] = {}): boolean =>
  Object.entries(wider).every(
    ([dim, members]) => narrower[dim]?.every((member) => members.includes(member)) ?? false,
  );

export const isCounted = ({ where }: Term, dims: Readonly<Record<string, string>>): boolean =>
  where === undefined || Object.entries(where).every(([name, members]) => members.includes(dims[name] ?? ''));

export const windowName = ({ measure, from, to }: Window): string => `${measure} ${from ?? ''} ${to}`;
