import type { FactEvent, Finding, FindingRule } from '@minhai/facts';
import { finding, unpreceded } from './finding.js';

/** What may happen only once: the first, and a finding about each further one. */
export function once<E extends FactEvent<any>>(
  events: readonly E[],
  text: string,
  rule: FindingRule = 'STATE',
): { readonly first: E | undefined; readonly findings: Finding[] } {
  const [first, ...further] = events;
  return {
    first,
    findings: further.map((event) => finding(rule, [first!, event], { case: text, day: event.day })),
  };
}

/** `without`: nothing of the kind is known; `before`: it is known, and began later. Nothing where all is in order. */
export function needs(
  event: FactEvent<any>,
  predecessor: FactEvent<any> | undefined,
  words: { readonly without: string; readonly before: string },
): Finding[] {
  if (!predecessor) return [unpreceded(event, words.without)];
  return event.time < predecessor.time
    ? [finding('STATE', [predecessor, event], { case: words.before, day: event.day, since: predecessor.day })]
    : [];
}
