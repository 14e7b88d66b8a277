import type { IndicatorDefinition } from '../definition.js';

/** What the indicators of one family share in both districts; `Own` is what this family settles besides. */
export type Family<Own extends keyof IndicatorDefinition = never> = Pick<
  IndicatorDefinition,
  | 'definition'
  | 'unit'
  | 'counts'
  | 'decimals'
  | 'kind'
  | 'breakdown'
  | 'numerator'
  | 'denominator'
  | 'factor'
  | Own
>;
