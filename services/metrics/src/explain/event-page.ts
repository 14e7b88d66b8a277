import { RefusedError } from '@minhai/errors';
import type { EventShare, Part } from './decompose.js';
import { absolute, compareFractions, fractionOf, minus } from '../evaluate/fraction.js';

export interface EventPage {
  readonly events: readonly EventShare[];
  /** How many follow, and where; null after the last. */
  readonly nextCursor: string | null;
}

/** The largest share first; where there is no value, the largest count. Ties by id, so that the order is the same for all. */
const bySize = (a: EventShare, b: EventShare): number =>
  compareFractions(sizeOf(b), sizeOf(a)) || (a.eventId < b.eventId ? -1 : 1);

const sizeOf = ({ value, numerator, denominator }: EventShare) =>
  absolute(value ?? fractionOf(numerator.unscaled === 0n ? denominator : numerator));

/** What is known has changed since the page before. */
export const staleCursor = (): RefusedError =>
  new RefusedError(400, 'QUERY', '/cursor: no event of this part any more; begin again without it');

/** Throws RefusedError for a cursor that is none of this part: what is known has changed since. */
export function pageOf({ events }: Part, limit: number, cursor?: string): EventPage {
  const sorted = [...events].sort(bySize);
  const before = cursor === undefined ? -1 : sorted.findIndex(({ eventId }) => eventId === cursor);
  if (cursor !== undefined && before < 0) throw staleCursor();
  const page = sorted.slice(before + 1, before + 1 + limit);
  const end = before + 1 + page.length;
  return { events: page, nextCursor: end < sorted.length ? (page.at(-1)?.eventId ?? null) : null };
}

/** What a page leaves of its part. */
export const restOf = (part: Part, shown: readonly EventShare[]): Part['value'] =>
  part.value && shown.reduce((rest, { value }) => minus(rest, value!), part.value);
