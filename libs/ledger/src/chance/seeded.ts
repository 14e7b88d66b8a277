import { createHash } from 'node:crypto';

/** Repeatable choices. Only what the ledger leaves open is chosen: which, where, when; never how many. */
export interface Chance {
  /** An integer in [0, bound). */
  below(bound: number): number;
  /** An integer in [low, high]. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** SHA-256 of a natural name: the only source of entropy in the ledger. */
export const digestOf = (name: string): Buffer => createHash('sha256').update(name, 'utf8').digest();

/** A stream of choices that depends on nothing but `name`: integer arithmetic, so every machine agrees. */
export function chanceOf(name: string): Chance {
  let state = digestOf(name).readUInt32BE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (list) => list[below(list.length)]!,
    shuffled: (list) => shuffle([...list], below),
  };
}

function shuffle<T>(list: T[], below: (bound: number) => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
