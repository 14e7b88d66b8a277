import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { IntervalWeaver } from './interval-weaver.js';
import { sorted } from './sorted.js';
import type { PlainHistory } from './append.js';
import { byRecordedTime, NO_STATE, walkStates } from './timeline.js';

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

/** What is derived as a revision of nothing. */
export const allOpened = ({ rows, findings }: Derived): EntityRevision => ({
  rows: { opened: rows, retimed: [], dropped: [] },
  findings: { opened: findings, retimed: [], dropped: [] },
});

/**
 * Brings stored intervals up to date with a grown history; the outcome equals that of `deriveEntity` exactly. Where
 * nothing is amended, `history` is what the next batch may go on with.
 */
export function reviseEntity({
  fact,
  entity,
  members,
  since = Number.NEGATIVE_INFINITY,
  stored,
}: EntityChange): EntityRevision & { readonly history: PlainHistory } {
  const rows = new IntervalWeaver<FactRow>(stored.rows, since);
  const findings = new IntervalWeaver<Finding>(stored.findings, since);
  const inOrder = sorted(members, byRecordedTime);
  const life = { fact, entity, members: inOrder };
  const state = walkStates(life, { since, state: NO_STATE }, (step) => {
    rows.advance(step.knownAt, step.rows);
    findings.advance(step.knownAt, step.findings);
  });
  return { rows: rows.finish(), findings: findings.finish(), history: { members: inOrder, state } };
}

/** The order of tables of intervals. */
export const byName = (a: KnownInterval, b: KnownInterval): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.knownFrom - b.knownFrom;
