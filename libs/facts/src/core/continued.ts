import { isAmendment } from './amendment.js';
import {
  growEntity,
  NO_HISTORY,
  onlyOpened,
  type EntityGrowth,
  type Growths,
  type PlainHistory,
} from './append.js';
import type { Continuation, FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { FINDINGS, stepTo, type Held } from './held.js';
import type { Known } from './revision.js';
import { sorted } from './sorted.js';
import { byEventTime, byRecordedTime, newRows } from './timeline.js';

/** An entity without its history: what the events to come need of it. Nothing in it is amended. */
export interface Continued {
  readonly past: unknown;
  /** How many events the past holds on to. */
  readonly size: number;
  /** Of all of the history. */
  readonly all: Edge;
  /** Of what matters in it. */
  readonly mattering: Edge;
}

/** The latest event time and the newest recordedTime. */
type Edge = Pick<FactEvent, 'time' | 'recordedTime'>;

const NOWHERE: Edge = { time: -Infinity, recordedTime: -Infinity };

const further = (edge: Edge, { time, recordedTime }: Edge): Edge => ({
  time: Math.max(edge.time, time),
  recordedTime: Math.max(edge.recordedTime, recordedTime),
});

const isBehind = (event: FactEvent, edge: Edge): boolean =>
  event.time <= edge.time || event.recordedTime <= edge.recordedTime;

const matters = (continues: Continuation, event: FactEvent): boolean => continues.matters?.(event) ?? true;

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
  const past: unknown = continues.pastOf(sorted(members, byEventTime), entity);
  if (past === undefined) return undefined;
  return {
    past,
    size: continues.sizeOf?.(past) ?? 0,
    all: members.reduce(further, NOWHERE),
    mattering: members.filter((event) => matters(continues, event)).reduce(further, NOWHERE),
  };
}

/** As little of a history as its fact can do with. */
export const remembered = (fact: FactDefinition, entity: string, history: PlainHistory): Remembered =>
  continuedFrom(fact, entity, history.members) ?? history;

/**
 * Goes on without the history; the outcome equals that of `deriveEntity` with it exactly. Undefined where only the
 * history tells: something in `fresh`, none of which is in the history, is not later, in either time, than what it must
 * be later than, or is no news to which the fact can simply add.
 */
export function continueEntity(
  fact: FactDefinition,
  before: Continued,
  fresh: readonly FactEvent[],
): EntityGrowth<Continued> | undefined {
  const continues = fact.continues!;
  const rows: Known<FactRow>[] = [];
  const findings: Known<Finding>[] = [];
  let { past, all, mattering } = before;
  for (const event of sorted(fresh, byRecordedTime)) {
    const isMattering = matters(continues, event);
    if (isBehind(event, isMattering ? all : mattering) || isAmendment(event)) return undefined;
    const next = continues.next(past, event);
    if (!next) return undefined;
    open(rows, newRows(fact, next.rows), event.recordedTime);
    open(findings, stepTo([], next.findings, FINDINGS).opened, event.recordedTime);
    past = next.past;
    all = further(all, event);
    if (isMattering) mattering = all;
  }
  return {
    rows: onlyOpened(rows),
    findings: onlyOpened(findings),
    remembered: { past, size: continues.sizeOf?.(past) ?? 0, all, mattering },
  };
}

/** What `growEntity` tells of a whole life, without folding all of it for each of its states where its fact can do without. */
export function growWhole(fact: FactDefinition, entity: string, members: readonly FactEvent[]): Growths {
  const [first, ...rest] = sorted(members, byRecordedTime);
  if (fact.continues && first && rest.length > 0) {
    const begun = growEntity(fact, entity, NO_HISTORY, [first]);
    const past = continuedFrom(fact, entity, [first]);
    const continued = past && continueEntity(fact, past, rest);
    if (continued)
      return {
        rows: onlyOpened([...begun.rows.opened, ...continued.rows.opened]),
        findings: onlyOpened([...begun.findings.opened, ...continued.findings.opened]),
      };
  }
  return growEntity(fact, entity, NO_HISTORY, members);
}

function open<T>(opened: Known<T>[], held: readonly Held<T>[], knownFrom: number): void {
  for (const { id, value } of held) opened.push({ id, knownFrom, knownUntil: null, value });
}
