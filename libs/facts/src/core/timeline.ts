import { CrashError } from '@minhai/errors';
import { isVoid, resolveChains, type Resolution } from './amendment.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from './definition.js';
import { findingId, rowId } from './identity.js';

/** What is held true of an entity from `knownAt` on, until the next state. */
export interface KnownState {
  readonly knownAt: number;
  readonly rows: ReadonlyMap<string, FactRow>;
  readonly findings: ReadonlyMap<string, Finding>;
}

/**
 * The states of one entity, one for each distinct recordedTime of `members` from `since` on (default: all).
 * `members` is the entity's history with the whole chain of everything that was amended in it; a chain may bring
 * events of other entities, which take part in the amendment rules but not in the fold.
 * Throws CrashError when the fold breaks its contract.
 */
export function* knownStates(
  fact: FactDefinition,
  entity: string,
  members: readonly FactEvent[],
  since = Number.NEGATIVE_INFINITY,
): Generator<KnownState> {
  const byRecording = [...members].sort((a, b) => a.recordedTime - b.recordedTime);
  const own = new Set(byRecording.filter((member) => entitiesOf(fact, member).includes(entity)));
  for (let end = 1; end <= byRecording.length; end++) {
    const knownAt = byRecording[end - 1]!.recordedTime;
    if (knownAt < since || byRecording[end]?.recordedTime === knownAt) continue;
    const known = byRecording.slice(0, end);
    const resolution = resolveChains(known);
    const history = resolution.effective.filter((event) => own.has(event)).sort(byEventTime);
    const folded = foldChecked(fact, entity, history);
    for (const finding of amendmentFindings(fact, entity, known, resolution)) folded.findings.set(findingId(finding), finding);
    yield { knownAt, ...folded };
  }
}

/** The entities of an event under a fact: none for voids and for types the fact does not read. */
export function entitiesOf(fact: FactDefinition, event: FactEvent): readonly string[] {
  if (isVoid(event) || !Object.hasOwn(fact.reads, event.type)) return [];
  return fact.reads[event.type]!(event);
}

const byEventTime = (a: FactEvent, b: FactEvent): number =>
  a.time - b.time || a.recordedTime - b.recordedTime || (a.id < b.id ? -1 : 1);

function foldChecked(fact: FactDefinition, entity: string, history: readonly FactEvent[]) {
  const folded = history.length === 0 ? { rows: [], findings: [] } : fact.fold(history, entity);
  const rows = new Map<string, FactRow>();
  for (const row of folded.rows) {
    assertRow(fact, row);
    const id = rowId(row);
    if (rows.has(id)) throw brokenFold(fact, `returned two identical rows of ${row.measure}`);
    rows.set(id, row);
  }
  return { rows, findings: new Map(folded.findings.map((finding) => [findingId(finding), finding])) };
}

function assertRow(fact: FactDefinition, row: FactRow): void {
  if (!Number.isSafeInteger(row.amount)) throw brokenFold(fact, `returned an amount of ${row.measure} that is no safe integer`);
  const measure = fact.measures.find(({ name }) => name === row.measure);
  if (!measure) throw brokenFold(fact, `returned the undeclared measure ${row.measure}`);
  if (measure.kind === 'flow' && row.validUntil !== null) throw brokenFold(fact, `ended a flow of ${row.measure}`);
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
