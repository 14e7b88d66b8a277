import type { Outcome, Reached } from './outcome.js';

export interface Rows {
  /** Accepted events after `from.position`, by position, at most `limit`. */
  readonly accepted: readonly Outcome[];
  /** Held and repeated records from `from.nextOffset` on, by offset, at most `limit`. */
  readonly others: readonly Outcome[];
  readonly limit: number;
}

export interface Window {
  /** In the order of the intake topic. */
  readonly outcomes: readonly Outcome[];
  /** Where the next window begins. */
  readonly reached: Reached;
}

interface Placed {
  readonly outcome: Outcome;
  /** Offset, or that of the last event before it that has one. */
  readonly at: bigint;
}

/**
 * Pure: two lists that may both have been cut off → the outcomes of one stretch of the partition, complete and in
 * order. What lies behind the end of a list that was cut off is left for the next window.
 */
export function nextWindow(from: Reached, to: Reached, { accepted, others, limit }: Rows): Window {
  const placed = placedFrom(from, accepted);
  const ends = [
    to.nextOffset,
    accepted.length === limit ? placed.at(-1)!.at + 1n : to.nextOffset,
    others.length === limit ? offsetOf(others.at(-1)!) + 1n : to.nextOffset,
  ];
  const end = ends.reduce((least, each) => (each < least ? each : least));
  const inside = placed.filter(({ at }) => at < end);
  const beside = others.map((outcome) => ({ outcome, at: offsetOf(outcome) })).filter(({ at }) => at < end);
  return {
    outcomes: merged(inside, beside).map(({ outcome }) => outcome),
    reached: {
      position: inside.at(-1)?.outcome.position ?? from.position,
      nextOffset: end,
    },
  };
}

function placedFrom(from: Reached, accepted: readonly Outcome[]): Placed[] {
  let at = from.nextOffset - 1n;
  return accepted.map((outcome) => {
    if (outcome.offset !== null) at = BigInt(outcome.offset);
    return { outcome, at };
  });
}

const offsetOf = (outcome: Outcome): bigint => BigInt(outcome.offset!);

function merged(left: readonly Placed[], right: readonly Placed[]): Placed[] {
  const all: Placed[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    const isLeft = r === right.length || (l < left.length && left[l]!.at <= right[r]!.at);
    all.push(isLeft ? left[l++]! : right[r++]!);
  }
  return all;
}
