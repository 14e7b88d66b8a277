import type { FactEvent } from '../core/definition.js';

/**
 * The new events that made a row begin or cease to count: those among its causes; else those recorded when it
 * happened; else all that are new to the entity, which moved it together.
 */
export function movers(
  { fresh, linked }: { readonly fresh: readonly FactEvent[]; readonly linked: readonly FactEvent[] },
  causes: readonly string[],
  knownAt: number,
): readonly string[] {
  if (fresh.length === 1 && linked.length === 0) return [fresh[0]!.id];
  const all = linked.length === 0 ? fresh : [...fresh, ...linked];
  const named = all.filter(({ id }) => causes.includes(id));
  const moved = named.length > 0 ? named : all.filter(({ recordedTime }) => recordedTime === knownAt);
  return (moved.length > 0 ? moved : all).map(({ id }) => id);
}
