import type { Problem } from '@minhai/errors';
import type { RuleEvent } from '@minhai/schemas';
import type { Catalogue, SchemaVersion } from '../catalogue/catalogue.js';
import type { DomainEvent } from '../envelope.js';
import { LIMITS, type Limits } from '../limits.js';
import { problem } from '../outcome.js';
import { judgeAmendment } from './amendment.js';
import { compileFieldChecks, type FieldCheck } from './field-checks.js';
import { judgeFreeSubject, judgePersonNumbers } from './person-number.js';
import { judgeRegions } from './regions.js';
import { judgeTimes } from './time-window.js';

export interface JudgeOptions {
  /** Epoch milliseconds. Only what claims to be registered in the future is held against it. */
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly limits?: Limits;
}

export interface Judgement {
  /** Reasons not to accept the event; empty when it is in order. */
  readonly problems: readonly Problem[];
  /** Codes ending in `_WARN`: accepted, and the publisher is told. */
  readonly warnings: readonly Problem[];
}

const NOTHING: readonly Problem[] = [];
const IN_ORDER: Judgement = { problems: NOTHING, warnings: NOTHING };

const checksOf = new WeakMap<SchemaVersion, readonly FieldCheck[]>();

/**
 * What can be judged from one event alone, and nothing that needs history: subject, code lists, field checks, regions
 * at event time, time window, form of corrections and voids, and the type's own rules. A pure function of the event
 * but for `now`.
 */
export function judge(event: DomainEvent, { now, catalogue, limits = LIMITS }: JudgeOptions): Judgement {
  const version = catalogue.findSchema(event.schemaId);
  if (!version || version.eventType.type !== event.type)
    return { problems: [problem('SCHEMA_UNKNOWN', '/dataschema')], warnings: NOTHING };
  const { eventType } = version;
  const found: Problem[] = [];
  const subject = eventType.subjectOf(event.data);
  if (subject === undefined) judgeFreeSubject(event.subject, found);
  else if (subject !== event.subject) found.push(problem('SUBJECT', '/subject'));
  judgeTimes(event, eventType, { now, limits }, found);
  judgeAmendment(event, found);
  judgeRegions(event, found);
  judgePersonNumbers(event, found);
  const before = found.length;
  const context = { time: event.time, found };
  for (const check of fieldChecksOf(version)) check(event.data, context);
  if (eventType.rules.length > 0 && (found.length === before || found.slice(before).every(isWarning)))
    applyRules(version, event, found);
  return found.length === 0 ? IN_ORDER : separate(found);
}

function fieldChecksOf(version: SchemaVersion): readonly FieldCheck[] {
  let checks = checksOf.get(version);
  if (!checks) {
    checks = compileFieldChecks(version.shape);
    checksOf.set(version, checks);
  }
  return checks;
}

/** Rules may rely on codes and forms, so they are asked only when every field is in order; they read the newest version. */
function applyRules({ eventType, upgrade }: SchemaVersion, event: DomainEvent, found: Problem[]): void {
  const newest = eventType.latest.schemaId === event.schemaId;
  const read: RuleEvent<unknown> = newest ? event : { ...event, data: upgrade(event.data) };
  for (const { name, pointer, en, holds } of eventType.rules)
    if (!holds(read)) found.push(problem('RULE', pointer, `${name}: ${en}`));
}

const isWarning = ({ code }: Problem): boolean => code.endsWith('_WARN');

function separate(found: readonly Problem[]): Judgement {
  return { problems: found.filter((one) => !isWarning(one)), warnings: found.filter(isWarning) };
}
