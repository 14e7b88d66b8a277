import { RefusedError } from '@minhai/errors';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** Throws RefusedError 404 for one that nobody defined. */
export function getIndicator(indicators: readonly IndicatorDefinition[], id: string): IndicatorDefinition {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new RefusedError(404, 'NOT_FOUND', 'no such indicator');
  return indicator;
}
