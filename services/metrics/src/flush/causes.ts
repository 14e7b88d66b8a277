import type { IndicatorDefinition } from '../indicators/definition.js';
import { type MovedMonth, unpackIds } from './moved-cell.js';
import type { Causes } from './series-difference.js';

const MOST_NAMED = 20;

/**
 * The events behind the notes of a region; of all notes where none is its own: then others moved the first or last
 * month that every region of the indicator shares.
 */
export function causesOf(
  { district }: IndicatorDefinition,
  region: string,
  notes: readonly MovedMonth[],
): Causes {
  const own = region === district ? notes : notes.filter(({ street }) => street === region);
  const ids = new Set<string>();
  for (const { causes } of own.length > 0 ? own : notes) for (const id of unpackIds(causes)) ids.add(id);
  return { count: ids.size, events: [...ids].sort().slice(0, MOST_NAMED) };
}
