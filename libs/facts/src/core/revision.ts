import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { sorted } from './sorted.js';
import { knownStates } from './timeline.js';

/** When a row or finding was held true: `[knownFrom, knownUntil)` in epoch ms of recordedTime; null while it is. */
export interface KnownInterval {
  readonly id: string;
  readonly knownFrom: number;
  readonly knownUntil: number | null;
}

export type Known<T> = KnownInterval & { readonly value: T };
export type KnownRow = Known<FactRow>;
export type KnownFinding = Known<Finding>;

export interface Derived {
  readonly rows: readonly KnownRow[];
  readonly findings: readonly KnownFinding[];
}

/** The whole bitemporal truth about one entity: what was held true, and when. Sorted by id, then knownFrom. */
export function deriveEntity(fact: FactDefinition, entity: string, members: readonly FactEvent[]): Derived {
  const { rows, findings } = reviseEntity({ fact, entity, members, stored: { rows: [], findings: [] } });
  return { rows: sorted(rows.opened, byName), findings: sorted(findings.opened, byName) };
}

/** A stored interval that ends at another moment than before. */
export interface RetimedInterval extends KnownInterval {
  readonly knownUntilBefore: number | null;
}

/** What must change in a table of intervals. An interval is named by id and knownFrom. */
export interface Revision<T> {
  readonly opened: readonly Known<T>[];
  readonly retimed: readonly RetimedInterval[];
  readonly dropped: readonly KnownInterval[];
}

export interface EntityRevision {
  readonly rows: Revision<FactRow>;
  readonly findings: Revision<Finding>;
}

export interface EntityChange {
  readonly fact: FactDefinition;
  readonly entity: string;
  /** The whole history with its chains, the new events included. */
  readonly members: readonly FactEvent[];
  /** The smallest recordedTime among the new events: what was known before stays as it is. Omitted: nothing does. */
  readonly since?: number;
  /** The stored intervals that reach `since`: knownUntil is null or ≥ since. */
  readonly stored: { readonly rows: readonly KnownInterval[]; readonly findings: readonly KnownInterval[] };
}

/** Brings stored intervals up to date with a grown history; the outcome equals that of `deriveEntity` exactly. */
export function reviseEntity({
  fact,
  entity,
  members,
  since = Number.NEGATIVE_INFINITY,
  stored,
}: EntityChange): EntityRevision {
  const rows = new IntervalWeaver<FactRow>(stored.rows, since);
  const findings = new IntervalWeaver<Finding>(stored.findings, since);
  for (const state of knownStates(fact, entity, members, since)) {
    rows.advance(state.knownAt, state.rows);
    findings.advance(state.knownAt, state.findings);
  }
  return { rows: rows.finish(), findings: findings.finish() };
}

interface OpenInterval<T> {
  readonly knownFrom: number;
  /** Present unless the interval began before `since`, in which case it is stored. */
  readonly value?: T;
}

class IntervalWeaver<T> {
  /** Stored intervals by id, until they are found to stay. An id is rarely held true twice. */
  private readonly stored = new Map<string, KnownInterval[]>();
  private readonly open = new Map<string, OpenInterval<T>>();
  private readonly opened: Known<T>[] = [];
  private readonly retimed: RetimedInterval[] = [];

  constructor(stored: readonly KnownInterval[], since: number) {
    for (const interval of stored) {
      const sameId = this.stored.get(interval.id);
      if (sameId) sameId.push(interval);
      else this.stored.set(interval.id, [interval]);
      if (interval.knownFrom < since) this.open.set(interval.id, { knownFrom: interval.knownFrom });
    }
  }

  advance(knownAt: number, values: ReadonlyMap<string, T>): void {
    for (const [id, interval] of this.open) {
      if (values.has(id)) continue;
      this.open.delete(id);
      this.settle(id, interval, knownAt);
    }
    for (const [id, value] of values) {
      if (!this.open.has(id)) this.open.set(id, { knownFrom: knownAt, value });
    }
  }

  finish(): Revision<T> {
    for (const [id, interval] of this.open) this.settle(id, interval, null);
    return { opened: this.opened, retimed: this.retimed, dropped: [...this.stored.values()].flat() };
  }

  private settle(id: string, { knownFrom, value }: OpenInterval<T>, knownUntil: number | null): void {
    const stored = this.takeStored(id, knownFrom);
    if (!stored) this.opened.push({ id, knownFrom, knownUntil, value: value! });
    else if (stored.knownUntil !== knownUntil) {
      this.retimed.push({ id, knownFrom, knownUntil, knownUntilBefore: stored.knownUntil });
    }
  }

  private takeStored(id: string, knownFrom: number): KnownInterval | undefined {
    const sameId = this.stored.get(id);
    const found = sameId?.find((interval) => interval.knownFrom === knownFrom);
    if (!found) return undefined;
    if (sameId!.length === 1) this.stored.delete(id);
    else
      this.stored.set(
        id,
        sameId!.filter((interval) => interval !== found),
      );
    return found;
  }
}

const byName = (a: KnownInterval, b: KnownInterval): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.knownFrom - b.knownFrom;
