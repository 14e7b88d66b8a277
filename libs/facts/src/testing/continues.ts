import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { FactDefinition, FactEvent, FoldResult } from '../core/definition.js';
import { findingId, rowId } from '../core/identity.js';
import { byEventTime, entitiesOf } from '../core/timeline.js';

/**
 * Fails unless `continues` of a fact keeps its contract on every beginning of the histories of what the last event of each
 * set belongs to. Answers how many events were told without their history: none would prove nothing.
 */
export function assertContinues(
  fact: FactDefinition,
  arbitraryEvents: fc.Arbitrary<readonly FactEvent[]>,
  parameters: fc.Parameters<[readonly FactEvent[]]> = {},
): number {
  let continued = 0;
  const count = (events: readonly FactEvent[]): void => {
    const [entity] = events.length === 0 ? [] : entitiesOf(fact, events.at(-1)!);
    if (entity === undefined) return;
    const history = inTime(events.filter((event) => entitiesOf(fact, event).includes(entity)));
    for (let end = 2; end <= history.length; end++) {
      const all = history.slice(0, end);
      for (const event of all.slice(firstThatMayCome(fact, all)))
        if (keepsContract(fact, entity, all, event)) continued++;
    }
  };
  fc.assert(fc.property(arbitraryEvents, count), parameters);
  return continued;
}

/** In the order of a fold, without what happened at the time of the event before. */
const inTime = (events: readonly FactEvent[]): readonly FactEvent[] =>
  [...events].sort(byEventTime).filter(({ time }, i, all) => i === 0 || time > all[i - 1]!.time);

/** Where those begin that may have come last: the last, and before it what does not matter behind all that does. */
function firstThatMayCome(fact: FactDefinition, history: readonly FactEvent[]): number {
  const lastThatMatters = history.findLastIndex((event) => fact.continues!.matters?.(event) ?? true);
  return Math.min(history.length - 1, lastThatMatters + 1);
}

function keepsContract(
  fact: FactDefinition,
  entity: string,
  all: readonly FactEvent[],
  event: FactEvent,
): boolean {
  const history = all.filter((other) => other !== event);
  const { pastOf, next } = fact.continues!;
  const past: unknown = pastOf(history, entity);
  const told = past === undefined ? undefined : next(past, event);
  if (!told) return false;
  const before = fact.fold(history, entity);
  deepStrictEqual(idsOf(before, told), idsOf(fact.fold(all, entity)));
  deepStrictEqual(told.past, pastOf(all, entity));
  return true;
}

const idsOf = (...results: readonly FoldResult[]): string[] =>
  results.flatMap(({ rows, findings }) => [...rows.map(rowId), ...findings.map(findingId)]).sort();
