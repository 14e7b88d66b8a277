import type { FactRow, Finding } from './definition.js';
import { findingId, isSameFinding, isSameRow, rowId } from './identity.js';

/** A row or finding of a state. Its id is worked out when somebody needs it: most never change and are never asked. */
export class Held<T> {
  private known: string | undefined;

  constructor(
    readonly value: T,
    private readonly kind: Kind<T>,
  ) {}

  get id(): string {
    return (this.known ??= this.kind.idOf(this.value));
  }
}

/** What tells values apart. `isSame` implies the same id; the reverse need not hold. */
export interface Kind<T> {
  readonly idOf: (value: T) => string;
  readonly isSame: (a: T, b: T) => boolean;
  /** The same for the same values and cheap to tell: only values alike in it need comparing. */
  readonly aspect: (value: T) => string;
}

export const ROWS: Kind<FactRow> = {
  idOf: rowId,
  isSame: isSameRow,
  aspect: ({ causes, validFrom }) => `${causes[0]}${validFrom}`,
};
export const FINDINGS: Kind<Finding> = {
  idOf: findingId,
  isSame: isSameFinding,
  aspect: ({ causes, rule }) => `${causes[0]}${rule}`,
};

/** From one state to the next. */
export interface Step<T> {
  /** Everything in the next state. */
  readonly held: readonly Held<T>[];
  readonly opened: readonly Held<T>[];
  readonly closed: readonly Held<T>[];
  /** Whether the next state named a value twice; it is held once. */
  readonly repeated: boolean;
}

const NONE: readonly never[] = [];
/** Up to so many, comparing each with each is cheaper than sorting them out first. */
const FEW = 8;

/**
 * What changes when a state with the values `after` follows one that held `before`. A fold mostly repeats what it
 * said, with something more at the end or in the middle: only what lies between the common beginning and the common
 * end is looked at.
 */
export function stepTo<T>(before: readonly Held<T>[], after: readonly T[], kind: Kind<T>): Step<T> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && kind.isSame(before[start]!.value, after[start]!)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    kind.isSame(before[before.length - 1 - end]!.value, after[after.length - 1 - end]!)
  )
    end++;
  if (start + end === before.length && start + end === after.length)
    return { held: before, opened: NONE, closed: NONE, repeated: false };
  const middle = after.slice(start, after.length - end).map((value) => new Held(value, kind));
  const around = { head: before.slice(0, start), tail: before.slice(before.length - end) };
  return matched(around, before.slice(start, before.length - end), middle, kind);
}

interface Around<T> {
  readonly head: readonly Held<T>[];
  readonly tail: readonly Held<T>[];
}

function matched<T>(
  { head, tail }: Around<T>,
  gone: readonly Held<T>[],
  come: readonly Held<T>[],
  kind: Kind<T>,
): Step<T> {
  const kept = tail.length === 0 ? head : head.concat(tail);
  const fresh = come.length === 0 ? come : distinctFrom(kept, come, kind);
  const repeated = fresh.length < come.length;
  if (gone.length === 0 || fresh.length === 0) {
    return { held: head.concat(fresh, tail), opened: fresh, closed: gone, repeated };
  }
  const goneById = new Map(gone.map((held) => [held.id, held]));
  const opened: Held<T>[] = [];
  const middle = fresh.map((candidate) => {
    const same = goneById.get(candidate.id);
    if (same) goneById.delete(candidate.id);
    else opened.push(candidate);
    return same ?? candidate;
  });
  return { held: head.concat(middle, tail), opened, closed: [...goneById.values()], repeated };
}

/** Those of `come` that are neither among `kept` nor repeats of one another. */
function distinctFrom<T>(
  kept: readonly Held<T>[],
  come: readonly Held<T>[],
  kind: Kind<T>,
): readonly Held<T>[] {
  if (come.length > FEW) return distinctByAspect(kept, come, kind);
  const fresh: Held<T>[] = [];
  for (const candidate of come) {
    const isKnown = ({ value }: Held<T>): boolean => kind.isSame(value, candidate.value);
    if (!kept.some(isKnown) && !fresh.some(isKnown)) fresh.push(candidate);
  }
  return fresh;
}

function distinctByAspect<T>(
  kept: readonly Held<T>[],
  come: readonly Held<T>[],
  { isSame, aspect }: Kind<T>,
): readonly Held<T>[] {
  const known = new Map<string, Held<T>[]>();
  const add = (held: Held<T>): boolean => {
    const name = aspect(held.value);
    const alike = known.get(name);
    if (!alike) known.set(name, [held]);
    else if (alike.some(({ value }) => isSame(value, held.value))) return false;
    else alike.push(held);
    return true;
  };
  for (const held of kept) add(held);
  return come.filter(add);
}
