import type { MeasureDefinition } from '@minhai/facts';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { getMeasure } from '../evaluate/window.js';

/** The smallest count of people that everybody may see. */
export const PEOPLE = 5;
/** Of people on relief, with a disability, or under age. */
export const PROTECTED = 10;

/** k of a measure; undefined when it counts no people. */
export const thresholdOf = ({ privacy }: Pick<MeasureDefinition, 'privacy'>): number | undefined =>
  privacy && (privacy === 'people' ? PEOPLE : PROTECTED);

const strictest = (terms: readonly Term[]): number | undefined =>
  terms
    .flatMap(({ measure }) => thresholdOf(getMeasure(measure)) ?? [])
    .reduce<number | undefined>((most, k) => (most === undefined || k > most ? k : most), undefined);

/** Which of an indicator’s two counts are counts of people, and the strictest k of them. */
export interface PeopleBehind {
  readonly k: number;
  readonly numerator: boolean;
  readonly denominator: boolean;
}

/** Undefined for an indicator behind which no people are counted. */
export function peopleBehind({ numerator, denominator }: IndicatorDefinition): PeopleBehind | undefined {
  const above = strictest(numerator);
  const below = denominator ? strictest(denominator) : undefined;
  if (above === undefined && below === undefined) return undefined;
  return {
    k: Math.max(above ?? 0, below ?? 0),
    numerator: above !== undefined,
    denominator: below !== undefined,
  };
}
