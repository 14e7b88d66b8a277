import type { BusinessDay } from '@minhai/domain';

/** Half-open days; `until` is the first day outside, null while open. */
export interface Span {
  readonly from: BusinessDay;
  readonly until: BusinessDay | null;
}

/** Days with the events that make and end them. */
export interface Stretch extends Span {
  readonly causes: readonly string[];
}

/** Sorts before every real day: the start of what was never announced. */
export const BEGINNING: BusinessDay = '0000-01-01';

export const contains = (span: Span, day: BusinessDay): boolean =>
  span.from <= day && (span.until === null || day < span.until);

const earlier = (a: BusinessDay | null, b: BusinessDay | null): BusinessDay | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** The days on which any of the spans begins or ends, in order. */
export const turnsOf = (spans: readonly Span[]): BusinessDay[] =>
  [...new Set(spans.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))].sort();

/** The days in both, or undefined when there are none. */
export function intersect(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = earlier(a.until, b.until);
  return until !== null && until <= from ? undefined : { from, until };
}
