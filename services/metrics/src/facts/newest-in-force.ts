import type { BusinessDay } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { type Span, type Stretch, contains, turnsOf } from './span.js';

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
  const spans = decisions.map(spanOf);
  const begun = new Map<BusinessDay, number>();
  for (const [index, span] of spans.entries()) if (contains(span, span.from)) begun.set(span.from, index);
  const stretches: InForce<Decision>[] = [];
  let newest = -1;
  for (const day of turnsOf(spans)) {
    const before = newest;
    // Only what begins on this day can be newer than what was newest until now.
    while (newest >= 0 && !contains(spans[newest]!, day)) newest--;
    newest = Math.max(newest, begun.get(day) ?? -1);
    if (newest === before) continue;
    const [next, ended] = [decisions[newest], decisions[before]];
    const replaces = newest > before;
    const last = stretches.at(-1);
    if (last && ended)
      stretches[stretches.length - 1] = endedOn(last, day, next && replaces ? [next.id] : []);
    // What counts again because something newer ran out is caused by that too.
    const causes = ended && !replaces ? [ended.id] : [];
    if (next) stretches.push({ decision: next, from: day, until: null, causes: [next.id, ...causes] });
  }
  return stretches;
}

const endedOn = <Decision>(
  stretch: InForce<Decision>,
  until: BusinessDay,
  by: readonly string[],
): InForce<Decision> => ({ ...stretch, until, causes: [...stretch.causes, ...by] });
