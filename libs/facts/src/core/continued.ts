import { isAmendment } from './amendment.js';
import { growEntity, NO_HISTORY, onlyOpened, type EntityGrowth, type PlainHistory } from './append.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { FINDINGS, stepTo, type Held } from './held.js';
import type { Known } from './revision.js';
import { sorted } from './sorted.js';
import { byEventTime, byRecordedTime, newRows } from './timeline.js';

/** An entity without its history: what the events to come need of it. Nothing in it is amended. */
export interface Continued {
  readonly past: unknown;
  /** How many events the past holds on to. */
  readonly size: number;
  /** The latest event time of the history. */
  readonly latest: number;
  /** Its newest recordedTime. */
  readonly knownAt: number;
}

/** What an entity may go on from. */
export type Remembered = PlainHistory | Continued;

export const isContinued = (remembered: Remembered): remembered is Continued => 'past' in remembered;

/** What to go on from instead of a history; undefined where there is none or its fact needs all of it. */
export function continuedFrom(
  fact: FactDefinition,
  entity: string,
  members: readonly FactEvent[],
): Continued | undefined {
  const { continues } = fact;
  if (!continues || members.length === 0) return undefined;
  const inOrder = sorted(members, byEventTime);
  const past: unknown = continues.pastOf(inOrder, entity);
  if (past === undefined) return undefined;
  const knownAt = members.reduce((newest, { recordedTime }) => Math.max(newest, recordedTime), -Infinity);
  return { past, size: continues.sizeOf?.(past) ?? 0, latest: inOrder.at(-1)!.time, knownAt };
}

/** As little of a history as its fact can do with. */
export const remembered = (fact: FactDefinition, entity: string, history: PlainHistory): Remembered =>
  continuedFrom(fact, entity, history.members) ?? history;

const byRecordedThenEventTime = (a: FactEvent, b: FactEvent): number =>
  a.recordedTime - b.recordedTime || a.time - b.time;

/**
 * Goes on without the history; the outcome equals that of `growEntity` with it exactly. Undefined where only the
 * history tells: something in `fresh` is not later, in either time, than all before it, or is no news to which the
 * fact can simply add.
 */
export function continueEntity(
  fact: FactDefinition,
  { past: before, latest: from, knownAt }: Continued,
  fresh: readonly FactEvent[],
): EntityGrowth<Continued> | undefined {
  const continues = fact.continues!;
  const events = sorted(fresh, byRecordedThenEventTime);
  const rows: Known<FactRow>[] = [];
  const findings: Known<Finding>[] = [];
  let past: unknown = before;
  let latest = from;
  for (const event of events) {
    if (event.recordedTime <= knownAt || event.time <= latest || isAmendment(event)) return undefined;
    const next = continues.next(past, event);
    if (!next) return undefined;
    open(rows, newRows(fact, next.rows), event.recordedTime);
    open(findings, stepTo([], next.findings, FINDINGS).opened, event.recordedTime);
    past = next.past;
    latest = event.time;
  }
  return {
    rows: onlyOpened(rows),
    findings: onlyOpened(findings),
    remembered: { past, size: continues.sizeOf?.(past) ?? 0, latest, knownAt: events.at(-1)!.recordedTime },
  };
}

/** `growEntity` of a whole life, without folding all of it for each of its states where its fact can do without. */
export function growWhole(
  fact: FactDefinition,
  entity: string,
  members: readonly FactEvent[],
): EntityGrowth<Remembered> {
  const [first, ...rest] = sorted(members, byRecordedTime);
  if (fact.continues && first && rest.length > 0) {
    const begun = growEntity(fact, entity, NO_HISTORY, [first]);
    const past = continuedFrom(fact, entity, [first]);
    const continued = past && continueEntity(fact, past, rest);
    if (continued)
      return {
        rows: onlyOpened([...begun.rows.opened, ...continued.rows.opened]),
        findings: onlyOpened([...begun.findings.opened, ...continued.findings.opened]),
        remembered: continued.remembered,
      };
  }
  return growEntity(fact, entity, NO_HISTORY, members);
}

function open<T>(opened: Known<T>[], held: readonly Held<T>[], knownFrom: number): void {
  for (const { id, value } of held) opened.push({ id, knownFrom, knownUntil: null, value });
}
