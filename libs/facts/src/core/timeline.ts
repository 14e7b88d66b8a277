import { CrashError } from '@minhai/errors';
import { isAmendment, isVoid, resolveChains, type Resolution } from './amendment.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { findingId, rowId } from './identity.js';
import { sorted } from './sorted.js';

/** What is held true of an entity from `knownAt` on, until the next state. */
export interface KnownState {
  readonly knownAt: number;
  readonly rows: ReadonlyMap<string, FactRow>;
  readonly findings: ReadonlyMap<string, Finding>;
}

/**
 * The states of one entity, one for each distinct recordedTime of `members` from `since` on (default: all).
 * `members` is the entity's history, each event once, with the whole chain of everything that was amended in it;
 * a chain may bring events of other entities, which take part in the amendment rules but not in the fold.
 * Throws CrashError when the fold breaks its contract.
 */
export function knownStates(
  fact: FactDefinition,
  entity: string,
  members: readonly FactEvent[],
  since = Number.NEGATIVE_INFINITY,
): KnownState[] {
  const events = sorted(members, (a, b) => a.recordedTime - b.recordedTime);
  const states: KnownState[] = [];
  const isOwn =
    fact.folds !== 'records' && events.some(isAmendment)
      ? new Set(events.filter((event) => entitiesOf(fact, event).includes(entity)))
      : undefined;
  for (let end = 1; end <= events.length; end++) {
    const knownAt = events[end - 1]!.recordedTime;
    if (knownAt < since || events[end]?.recordedTime === knownAt) continue;
    const known = end === events.length ? events : events.slice(0, end);
    const state = isOwn ? amendedState({ fact, entity, known, isOwn }) : foldChecked(fact, entity, known);
    states.push({ knownAt, rows: state.rows, findings: state.findings });
  }
  return states;
}

/** The entities of an event under a fact: none for voids and for types the fact does not read. */
export function entitiesOf(fact: FactDefinition, event: FactEvent): readonly string[] {
  if (isVoid(event) || !Object.hasOwn(fact.reads, event.type)) return [];
  return fact.reads[event.type]!(event);
}

const byEventTime = (a: FactEvent, b: FactEvent): number =>
  a.time - b.time || a.recordedTime - b.recordedTime || (a.id < b.id ? -1 : 1);

interface Knowledge {
  readonly fact: FactDefinition;
  readonly entity: string;
  readonly known: readonly FactEvent[];
  readonly isOwn: ReadonlySet<FactEvent>;
}

function amendedState({ fact, entity, known, isOwn }: Knowledge): Omit<KnownState, 'knownAt'> {
  const resolution = resolveChains(known);
  const { rows, findings } = foldChecked(
    fact,
    entity,
    resolution.effective.filter((event) => isOwn.has(event)),
  );
  const amendments = [...amendmentFindings(fact, entity, known, resolution)];
  return { rows, findings: new Map([...findings, ...byId(amendments)]) };
}

function foldChecked(
  fact: FactDefinition,
  entity: string,
  effective: readonly FactEvent[],
): Omit<KnownState, 'knownAt'> {
  if (effective.length === 0) return { rows: NOTHING, findings: NOTHING };
  const folded = fact.fold(sorted(effective, byEventTime), entity);
  const rows = new Map<string, FactRow>();
  for (const row of folded.rows) {
    assertRow(fact, row);
    rows.set(rowId(row), row);
  }
  if (rows.size < folded.rows.length) throw brokenFold(fact, 'returned two identical rows');
  return { rows, findings: folded.findings.length === 0 ? NOTHING : byId(folded.findings) };
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

const byId = (findings: readonly Finding[]): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [findingId(finding), finding]));

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
