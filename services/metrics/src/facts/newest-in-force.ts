import type { BusinessDay } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { type Span, type Stretch, contains } from './span.js';

/** Days on which one decision is the newest of those in force. */
export interface InForce<Decision> extends Stretch {
  readonly decision: Decision;
}

/**
 * Of decisions with days of validity the one decided last counts: a newer one replaces an older while it is valid, and
 * the older counts again if it outlasts it. `decisions` in the order of history.
 */
export function newestInForce<Decision extends FactEvent<any>>(
  decisions: readonly Decision[],
  spanOf: (decision: Decision) => Span,
): InForce<Decision>[] {
  const valid = decisions.map((decision) => ({ decision, span: spanOf(decision) }));
  const on = (day: BusinessDay): Decision | undefined =>
    valid.findLast(({ span }) => contains(span, day))?.decision;
  const turns = [
    ...new Set(valid.flatMap(({ span: { from, until } }) => (until === null ? [from] : [from, until]))),
  ].sort();
  const order = new Map(decisions.map((decision, index) => [decision, index]));
  const stretches: InForce<Decision>[] = [];
  let current: Decision | undefined;
  for (const day of turns) {
    const next = on(day);
    if (next === current) continue;
    const replaces = next !== undefined && current !== undefined && order.get(next)! > order.get(current)!;
    const last = stretches.at(-1);
    if (last && current) stretches[stretches.length - 1] = endedOn(last, day, replaces ? [next.id] : []);
    // What counts again because something newer ran out is caused by that too.
    const before = current && !replaces ? [current.id] : [];
    if (next) stretches.push({ decision: next, from: day, until: null, causes: [next.id, ...before] });
    current = next;
  }
  return stretches;
}

const endedOn = <Decision>(
  stretch: InForce<Decision>,
  until: BusinessDay,
  by: readonly string[],
): InForce<Decision> => ({ ...stretch, until, causes: [...stretch.causes, ...by] });
