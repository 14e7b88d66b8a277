import { type BusinessDay, addDays, epochDayOf, firstDayOfYear, yearOf } from '@minhai/domain';
import type { FactDefinition } from '@minhai/facts';
import { termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** The facts whose measures an indicator counts. */
export function factsBehind(
  indicator: IndicatorDefinition,
  facts: readonly FactDefinition[],
): readonly FactDefinition[] {
  const counted = new Set(termsOf(indicator).map(({ measure }) => measure));
  return facts.filter(({ measures }) => measures.some(({ name }) => counted.has(name)));
}

/** Days, first and last included. */
export interface Days {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** The period in which reports are looked for, and one as long right before it. */
export interface Periods {
  readonly period: Days;
  readonly before: Days;
}

export function periodsOf(asOf: BusinessDay, since?: BusinessDay): Periods {
  const from = since ?? firstDayOfYear(yearOf(asOf));
  const days = epochDayOf(asOf) - epochDayOf(from) + 1;
  return { period: { from, to: asOf }, before: { from: addDays(from, -days), to: addDays(from, -1) } };
}
