import type { IndicatorDefinition } from '../indicators/definition.js';
import { type MovedMonth, addIds, idOf } from './moved-cell.js';
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
  for (const { causes } of own.length > 0 ? own : notes) addIds(ids, causes);
  return { count: ids.size, events: firstOf(ids).map(idOf) };
}

/** The smallest; under replay there are thousands, of which none is to be sorted in vain. */
function firstOf(ids: ReadonlySet<string>): string[] {
  let first: string[] = [];
  let largest = '';
  for (const id of ids) {
    if (first.length >= MOST_NAMED && id >= largest) continue;
    first.push(id);
    if (first.length < MOST_NAMED * 2) {
      if (id > largest && first.length <= MOST_NAMED) largest = id;
      continue;
    }
    first = first.sort().slice(0, MOST_NAMED);
    largest = first.at(-1)!;
  }
  return first.sort().slice(0, MOST_NAMED);
}
