/** An event that passed judgement, as far as telling repeats from news needs it. */
export interface Identified {
  readonly event: { readonly id: string };
  readonly contentHash: Buffer;
}

export interface Classified<T> {
  /** First of their id, in the order given. */
  readonly fresh: readonly T[];
  /** Same id, same content as an accepted or an earlier one. */
  readonly repeats: readonly T[];
  /** Same id, other content: the first accepted stays. */
  readonly conflicts: readonly T[];
}

/** Sorts candidates, given in offset order, against what the lake holds (id → content hash) and one another. */
export function classify<T extends Identified>(
  candidates: readonly T[],
  accepted: ReadonlyMap<string, Buffer>,
): Classified<T> {
  const known = new Map(accepted);
  const fresh: T[] = [];
  const repeats: T[] = [];
  const conflicts: T[] = [];
  for (const candidate of candidates) {
    const hash = known.get(candidate.event.id);
    if (hash === undefined) {
      known.set(candidate.event.id, candidate.contentHash);
      fresh.push(candidate);
    } else if (hash.equals(candidate.contentHash)) repeats.push(candidate);
    else conflicts.push(candidate);
  }
  return { fresh, repeats, conflicts };
}
