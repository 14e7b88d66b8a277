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

/** A whole number, also by 街镇. */
export const COUNT = { decimals: 0, breakdown: 'street', denominator: null, factor: 1 } as const;

/** One sum in percent of another, also by 街镇. */
export const SHARE = { unit: '%', decimals: 2, kind: 'RATIO', breakdown: 'street', factor: 100 } as const;
