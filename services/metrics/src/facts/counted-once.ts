import type { Span } from './span.js';

/**
 * Of spans that overlap one counts on each day: the one that began first, until it ends; then the next still running.
 * Of two that begin on one day the first in the list. Spans that never get a turn are left out.
 */
export function countedOnce<S extends Span>(spans: readonly S[]): S[] {
  const inTurn = spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const turns: S[] = [];
  for (const span of inTurn) {
    const last = turns.at(-1);
    if (!last || (last.until !== null && last.until <= span.from)) turns.push(span);
    else if (last.until !== null && (span.until === null || last.until < span.until))
      turns.push({ ...span, from: last.until });
  }
  return turns;
}
