import type { FactEvent } from '@minhai/facts';
import { type Span, intersect } from './span.js';
import { type Tenure, byBegin } from './tenure.js';

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

/** As `countedOnce`; what ended the one before causes the turn of one that waited. */
export const countedInTurn = <Begin extends FactEvent<any>>(
  tenures: readonly Tenure<Begin>[],
): Tenure<Begin>[] =>
  countedOnce(tenures).map((turn, i, turns) =>
    turn.from === turn.begin.day ? turn : { ...turn, causes: [...turn.causes, turns[i - 1]!.causes.at(-1)!] },
  );

/** Each one that overlaps one of another key that began earlier, behind that one; in any order. */
export const overlapsOf = <Begin extends FactEvent<any>>(
  tenures: readonly Tenure<Begin>[],
): (readonly [Begin, Begin])[] =>
  tenures.toSorted(byBegin).flatMap((tenure, i, inOrder) => {
    const earlier = inOrder
      .slice(0, i)
      .find((candidate) => candidate.key !== tenure.key && intersect(candidate, tenure) !== undefined);
    return earlier ? [[earlier.begin, tenure.begin] as const] : [];
  });
