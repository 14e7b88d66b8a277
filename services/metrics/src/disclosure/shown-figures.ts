import type { Figures } from '../evaluate/evaluate.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Reader } from '../readers/reader.js';
import { type PeopleBehind, peopleBehind } from './threshold.js';

/** A figure as a reader sees it. */
export interface ShownFigures {
  readonly value: string | null;
  /** Null only where withheld. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Whether the figure would tell of few people; then all three are null. */
  readonly withheld: boolean;
}

export type Rights = Pick<Reader, 'rights'>;

export const shownFigures = ({ value, numerator, denominator }: Figures, withheld: boolean): ShownFigures =>
  withheld
    ? { value: null, numerator: null, denominator: null, withheld }
    : { value, numerator, denominator, withheld };

/** The people behind an indicator of whom this reader may not see few; undefined: everything may be shown. */
export const peopleHiddenFrom = (
  { rights }: Rights,
  indicator: IndicatorDefinition,
): PeopleBehind | undefined => (rights.has('small-cells') ? undefined : peopleBehind(indicator));
