import { isAmendment } from './amendment.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import type { Held, Step } from './held.js';
import type { Known } from './revision.js';
import { sorted } from './sorted.js';
import { byRecordedTime, newestState, NO_STATE, walkStates, type State } from './timeline.js';

/** A history in which nothing is amended, with the state it has come to. */
export interface PlainHistory {
  /** In the order of recordedTime. */
  readonly members: readonly FactEvent[];
  readonly state: State;
}

export const NO_HISTORY: PlainHistory = { members: [], state: NO_STATE };

export const plainHistory = (
  fact: FactDefinition,
  entity: string,
  members: readonly FactEvent[],
): PlainHistory => ({
  members: sorted(members, byRecordedTime),
  state: newestState(fact, entity, members),
});

/**
 * Whether `fresh` only goes on where the history ends: nothing is amended, and all of it was recorded after all that
 * is there. What was known until then stays as it is, whatever the fold; only the states of `fresh` are new. That no
 * event is the target of an amendment is for the caller to know.
 */
export function goesOn(members: readonly FactEvent[], fresh: readonly FactEvent[]): boolean {
  let newest = Number.NEGATIVE_INFINITY;
  for (const member of members) {
    if (isAmendment(member)) return false;
    if (member.recordedTime > newest) newest = member.recordedTime;
  }
  return fresh.every((event) => event.recordedTime > newest && !isAmendment(event));
}

/** A value that was held true and no longer is. */
export interface Ended<T> {
  readonly id: string;
  readonly value: T;
  readonly knownUntil: number;
}

/** What going on changes: stored intervals that end, and new ones. */
export interface Growth<T> {
  readonly opened: readonly Known<T>[];
  readonly ended: readonly Ended<T>[];
}

/** Of the rows and findings of one entity. */
export interface Growths {
  readonly rows: Growth<FactRow>;
  readonly findings: Growth<Finding>;
}

export interface EntityGrowth<After = PlainHistory> extends Growths {
  /** What to go on from next time. */
  readonly remembered: After;
}

/** Goes on with a history; `goesOn` must hold. The outcome equals that of `deriveEntity` over all of it exactly. */
export function growEntity(
  fact: FactDefinition,
  entity: string,
  { members, state }: PlainHistory,
  fresh: readonly FactEvent[],
): EntityGrowth {
  const added = sorted(fresh, byRecordedTime);
  const all = members.length === 0 ? added : members.concat(added);
  const rows = new GrowingIntervals<FactRow>();
  const findings = new GrowingIntervals<Finding>();
  const beginning = { since: added[0]!.recordedTime, state };
  const newest = walkStates({ fact, entity, members: all }, beginning, (step) => {
    rows.advance(step.knownAt, step.rows);
    findings.advance(step.knownAt, step.findings);
  });
  return { rows: rows.finish(), findings: findings.finish(), remembered: { members: all, state: newest } };
}

/** Most entities have nothing to say to most facts: what is empty stays unallocated. */
class GrowingIntervals<T> {
  /** When each value that is held true began to be, of those that did so here. */
  private open: Map<Held<T>, number> | undefined;
  private opened: Known<T>[] | undefined;
  private ended: Ended<T>[] | undefined;

  advance(knownAt: number, { opened, closed }: Step<T>): void {
    for (const held of closed) this.end(held, knownAt);
    if (opened.length === 0) return;
    this.open ??= new Map();
    for (const held of opened) this.open.set(held, knownAt);
  }

  finish(): Growth<T> {
    if (!this.open && !this.ended) return NO_GROWTH;
    const opened = (this.opened ??= []);
    this.open?.forEach((knownFrom, { id, value }) => opened.push({ id, knownFrom, knownUntil: null, value }));
    return { opened, ended: this.ended ?? NONE };
  }

  private end(held: Held<T>, knownUntil: number): void {
    const knownFrom = this.open?.get(held);
    const { id, value } = held;
    if (knownFrom === undefined) (this.ended ??= []).push({ id, value, knownUntil });
    else (this.opened ??= []).push({ id, knownFrom, knownUntil, value });
    this.open?.delete(held);
  }
}

const NONE: readonly never[] = [];
const NO_GROWTH: Growth<never> = { opened: NONE, ended: NONE };

/** Nothing but new intervals. */
export const onlyOpened = <T>(opened: readonly Known<T>[]): Growth<T> =>
  opened.length === 0 ? NO_GROWTH : { opened, ended: NONE };
