import { CrashError } from '@minhai/errors';
import { isAmendment, isVoid, resolveChains, type Resolution } from './amendment.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { FINDINGS, ROWS, stepTo, type Held, type Step } from './held.js';
import { sorted } from './sorted.js';

/** What is held true of an entity from one registration time on. */
export interface State {
  readonly rows: readonly Held<FactRow>[];
  readonly findings: readonly Held<Finding>[];
}

export const NO_STATE: State = { rows: [], findings: [] };

/** How the state at `knownAt` differs from the one before. */
export interface StateStep {
  readonly knownAt: number;
  readonly rows: Step<FactRow>;
  readonly findings: Step<Finding>;
}

interface Told {
  readonly rows: readonly FactRow[];
  readonly findings: readonly Finding[];
}

/** Where the states wanted begin. */
export interface Beginning {
  /** The first recordedTime. */
  readonly since: number;
  /** What was held true until then. */
  readonly state: State;
}

/** An entity with its history. */
export interface Life {
  readonly fact: FactDefinition;
  readonly entity: string;
  /**
   * Each event once, with the whole chain of everything that was amended in it; a chain may bring events of other
   * entities, which take part in the amendment rules but not in the fold.
   */
  readonly members: readonly FactEvent[];
}

/**
 * Tells the states of one entity, one for each distinct recordedTime of its members from a beginning on;
 * the first is told as a step from the state before it. Answers the last. Throws CrashError when the fold breaks its
 * contract.
 */
export function walkStates(
  { fact, entity, members }: Life,
  { since, state: before }: Beginning,
  tell: (step: StateStep) => void,
): State {
  const events = sorted(members, byRecordedTime);
  const isOwn =
    fact.folds !== 'records' && events.some(isAmendment)
      ? new Set(events.filter((event) => entitiesOf(fact, event).includes(entity)))
      : undefined;
  let state = before;
  for (let end = 1; end <= events.length; end++) {
    const knownAt = events[end - 1]!.recordedTime;
    if (knownAt < since || events[end]?.recordedTime === knownAt) continue;
    const known = end === events.length ? events : events.slice(0, end);
    const told = isOwn ? amended({ fact, entity, known, isOwn }) : folded(fact, entity, known);
    const rows = rowStep(fact, state.rows, told.rows);
    const findings = stepTo(state.findings, told.findings, FINDINGS);
    tell({ knownAt, rows, findings });
    if (rows.held !== state.rows || findings.held !== state.findings)
      state = { rows: rows.held, findings: findings.held };
  }
  return state;
}

/** The state after all of `members`, none of which is an amendment or amended. */
export function newestState(fact: FactDefinition, entity: string, members: readonly FactEvent[]): State {
  const told = folded(fact, entity, members);
  return {
    rows: rowStep(fact, NO_STATE.rows, told.rows).held,
    findings: stepTo(NO_STATE.findings, told.findings, FINDINGS).held,
  };
}

/** The entities of an event under a fact: none for voids and for types the fact does not read. */
export function entitiesOf(fact: FactDefinition, event: FactEvent): readonly string[] {
  if (isVoid(event) || !Object.hasOwn(fact.reads, event.type)) return [];
  return fact.reads[event.type]!(event);
}

/** 1900-01-01, before anything was recorded; in microseconds still a safe integer, as PostgreSQL is told times. */
const BEGINNING_OF_RECORDS = -2_208_988_800_000;

/**
 * From when on what is known of an entity may differ because of an event. An event that arrives after its amendments brings
 * records into the history of `records` folds that are older than itself.
 */
export const differsSince = (fact: FactDefinition, event: FactEvent, isLinked: boolean): number =>
  isLinked && fact.folds === 'records' ? BEGINNING_OF_RECORDS : event.recordedTime;

export const byRecordedTime = (a: FactEvent, b: FactEvent): number => a.recordedTime - b.recordedTime;

export const byEventTime = (a: FactEvent, b: FactEvent): number =>
  a.time - b.time || a.recordedTime - b.recordedTime || (a.id < b.id ? -1 : 1);

function rowStep(fact: FactDefinition, before: State['rows'], told: readonly FactRow[]): Step<FactRow> {
  const step = stepTo(before, told, ROWS);
  if (step.repeated) throw brokenFold(fact, 'returned two identical rows');
  for (const { value } of step.opened) assertRow(fact, value);
  return step;
}

/** What a fact tells beside all it told before. Throws CrashError when that breaks its contract. */
export const newRows = (fact: FactDefinition, told: readonly FactRow[]): readonly Held<FactRow>[] =>
  rowStep(fact, NO_STATE.rows, told).opened;

const folded = (fact: FactDefinition, entity: string, effective: readonly FactEvent[]): Told =>
  effective.length === 0 ? NOTHING : fact.fold(sorted(effective, byEventTime), entity);

const NOTHING: Told = { rows: [], findings: [] };

interface Knowledge {
  readonly fact: FactDefinition;
  readonly entity: string;
  readonly known: readonly FactEvent[];
  readonly isOwn: ReadonlySet<FactEvent>;
}

function amended({ fact, entity, known, isOwn }: Knowledge): Told {
  const resolution = resolveChains(known);
  const { rows, findings } = folded(
    fact,
    entity,
    resolution.effective.filter((event) => isOwn.has(event)),
  );
  return { rows, findings: [...findings, ...amendmentFindings(fact, entity, known, resolution)] };
}

function assertRow(fact: FactDefinition, row: FactRow): void {
  if (!Number.isSafeInteger(row.amount))
    throw brokenFold(fact, `returned an amount of ${row.measure} that is no safe integer`);
  const measure = fact.measures.find(({ name }) => name === row.measure);
  if (!measure) throw brokenFold(fact, `returned the undeclared measure ${row.measure}`);
  if (measure.kind === 'flow' && row.validUntil !== null)
    throw brokenFold(fact, `ended a flow of ${row.measure}`);
}

const brokenFold = (fact: FactDefinition, what: string): CrashError =>
  new CrashError('HANDLER_ERROR', `the fold of ${fact.name} ${what}`);

/** Each amendment is reported once per fact: to the first entity of the event it is about. */
function* amendmentFindings(
  fact: FactDefinition,
  entity: string,
  known: readonly FactEvent[],
  { orphans, unauthorised }: Resolution<FactEvent>,
): Generator<Finding> {
  for (const orphan of orphans) {
    if (firstEntity(fact, orphan) !== entity) continue;
    yield {
      ...placeOf(orphan),
      rule: 'MISSING_PREDECESSOR',
      severity: 'warning',
      detail: { corrects: orphan.correctionOf! },
      causes: [orphan.id],
    };
  }
  for (const { amendment, target } of unauthorised) {
    const about = contentBehind(target, known) ?? amendment;
    if ((firstEntity(fact, about) ?? firstEntity(fact, amendment)) !== entity) continue;
    yield {
      ...placeOf(about),
      rule: 'AUTHORISATION',
      severity: 'error',
      detail: { amendment: isVoid(amendment) ? 'void' : 'correction' },
      causes: [amendment.id, target.id].sort(),
    };
  }
}

/** The content event that a void, or a void of a void, is about. */
function contentBehind(event: FactEvent, known: readonly FactEvent[]): FactEvent | undefined {
  const passed = new Set<string>();
  let current: FactEvent | undefined = event;
  while (current && isVoid(current) && !passed.has(current.id)) {
    passed.add(current.id);
    const target: string | undefined = current.voids;
    current = known.find(({ id }) => id === target);
  }
  return current && isVoid(current) ? undefined : current;
}

const firstEntity = (fact: FactDefinition, event: FactEvent): string | undefined =>
  [...entitiesOf(fact, event)].sort()[0];

const placeOf = (event: FactEvent) => ({ district: event.regionId, street: event.streetId ?? 'unknown' });
