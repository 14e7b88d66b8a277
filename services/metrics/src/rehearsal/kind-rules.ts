import type { MeasureDefinition } from '@minhai/facts';
import type { IndicatorKind } from '../indicators/definition.js';

interface KindRule {
  /** Whether it is a quotient and so has a denominator. */
  readonly divided: boolean;
  /**
   * What its numerator is over. Absent: either; a count of a calendar year may be a stock that is kept per year, as
   * persons served in it.
   */
  readonly over?: MeasureDefinition['kind'];
}

/** What each kind of indicator asks of its terms; a kind without a rule does not compile. */
export const KIND_RULES: Readonly<Record<IndicatorKind, KindRule>> = {
  STOCK: { divided: false, over: 'stock' },
  'FLOW-Y': { divided: false },
  'FLOW-P': { divided: false, over: 'flow' },
  CUM: { divided: false },
  RATIO: { divided: true },
  COVER: { divided: true },
  SURVEY: { divided: true },
  MILE: { divided: false },
};

export const KINDS = Object.keys(KIND_RULES) as [IndicatorKind, ...IndicatorKind[]];

export const DIVIDED_KINDS = KINDS.filter((kind) => KIND_RULES[kind].divided);
