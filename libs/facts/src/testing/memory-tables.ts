import { isAmendment } from '../core/amendment.js';
import { goesOn, growEntity, plainHistory, type EntityGrowth, type Growth } from '../core/append.js';
import { CellSum, countedRow, type CellDelta } from '../core/cells.js';
import { continueEntity, isContinued, remembered, type Remembered } from '../core/continued.js';
import type { FactDefinition, FactEvent, FactRow } from '../core/definition.js';
import {
  byName,
  deriveEntity,
  reviseEntity,
  type Derived,
  type Known,
  type Revision,
} from '../core/revision.js';
import { differsSince } from '../core/timeline.js';
import { EventSet, type IndexedEntity } from './event-set.js';

/** All that is derived of one entity; `fact` is the name of its fact. */
export interface EntityTables extends Derived {
  readonly fact: string;
  readonly entity: string;
}

export interface FactTables {
  /** By fact and entity. */
  readonly entities: readonly EntityTables[];
  /** What the rows held true now put into cells. */
  readonly cells: readonly CellDelta[];
}

/** The tables of facts in memory, kept up to date batch by batch as the store does it. */
export class MemoryTables {
  private readonly events: EventSet;
  private readonly derived = new Map<IndexedEntity, Derived>();
  private readonly sum: CellSum;
  /** As the cache of the engine; every other batch finds it empty. */
  private readonly remembered = new Map<IndexedEntity, Remembered>();
  private batches = 0;

  constructor(facts: readonly FactDefinition[]) {
    this.events = new EventSet(facts);
    this.sum = cellSum(facts);
  }

  /** Repeats and any order are allowed. */
  apply(batch: readonly FactEvent[]): void {
    if (this.batches++ % 2 === 1) this.remembered.clear();
    const added = new Set(batch.filter((event) => this.events.add(event)).map(({ id }) => id));
    const since = new Map<IndexedEntity, number>();
    for (const event of batch) {
      const chain = this.events.chainOf(event);
      for (const member of chain) {
        for (const entity of this.events.entitiesOf(member)) {
          const from = differsSince(entity.fact, event, chain.length > 1);
          since.set(entity, Math.min(since.get(entity) ?? Infinity, from));
        }
      }
    }
    for (const [entity, from] of since) {
      const members = this.events.membersOf(entity);
      const before = members.filter(({ id }) => !added.has(id));
      const fresh = members.filter(({ id }) => added.has(id));
      const isPlain = !members.some(isAmendment);
      if (isPlain && fresh.length === 0) continue;
      const growth = isPlain ? this.growth(entity, before, fresh) : undefined;
      this.put(entity, growth ? this.grown(entity, growth) : this.revised(entity, from, members));
    }
  }

  tables(): FactTables {
    return {
      entities: this.events.all().map((entity) => entityTables(entity, this.derivedOf(entity))),
      cells: this.sum.deltas(),
    };
  }

  private grown(entity: IndexedEntity, growth: EntityGrowth<Remembered>): Derived {
    this.remembered.set(entity, growth.remembered);
    const { rows, findings } = this.derivedOf(entity);
    return { rows: grown(rows, growth.rows), findings: grown(findings, growth.findings) };
  }

  /** Undefined where the history must be derived. */
  private growth(
    entity: IndexedEntity,
    before: readonly FactEvent[],
    fresh: readonly FactEvent[],
  ): EntityGrowth<Remembered> | undefined {
    const { fact, name } = entity;
    const known = this.remembered.get(entity);
    const continued = known && isContinued(known) ? continueEntity(fact, known, fresh) : undefined;
    if (continued || !goesOn(before, fresh)) return continued;
    const history = known && !isContinued(known) ? known : plainHistory(fact, name, before);
    const growth = growEntity(fact, name, history, fresh);
    return { ...growth, remembered: remembered(fact, name, growth.remembered) };
  }

  private revised(entity: IndexedEntity, since: number, members: readonly FactEvent[]): Derived {
    const { fact, name } = entity;
    const { rows, findings } = this.derivedOf(entity);
    const reaching = <T>(known: readonly Known<T>[]) =>
      known.filter(({ knownUntil }) => knownUntil === null || knownUntil >= since);
    const stored = { rows: reaching(rows), findings: reaching(findings) };
    const revision = reviseEntity({ fact, entity: name, members, since, stored });
    if (members.some(isAmendment)) this.remembered.delete(entity);
    else this.remembered.set(entity, remembered(fact, name, revision.history));
    return { rows: revised(rows, revision.rows), findings: revised(findings, revision.findings) };
  }

  private derivedOf(entity: IndexedEntity): Derived {
    return this.derived.get(entity) ?? NOTHING;
  }

  private put(entity: IndexedEntity, after: Derived): void {
    const before = this.derivedOf(entity);
    this.derived.set(entity, after);
    if (after.rows === before.rows) return;
    for (const row of held(before.rows)) this.sum.add(countedRow(row), -1);
    for (const row of held(after.rows)) this.sum.add(countedRow(row), 1);
  }
}

/** The same tables by the full derivation over the whole set. */
export function derivedTables(facts: readonly FactDefinition[], set: readonly FactEvent[]): FactTables {
  const events = new EventSet(facts);
  for (const event of set) events.add(event);
  const entities = events
    .all()
    .map((entity) => entityTables(entity, deriveEntity(entity.fact, entity.name, events.membersOf(entity))));
  const sum = cellSum(facts);
  for (const { rows } of entities) for (const row of held(rows)) sum.add(countedRow(row), 1);
  return { entities, cells: sum.deltas() };
}

const NOTHING: Derived = { rows: [], findings: [] };

const cellSum = (facts: readonly FactDefinition[]): CellSum =>
  new CellSum(facts.flatMap(({ measures }) => measures));

const entityTables = ({ fact, name }: IndexedEntity, derived: Derived): EntityTables => ({
  fact: fact.name,
  entity: name,
  ...derived,
});

const held = (rows: readonly Known<FactRow>[]): FactRow[] =>
  rows.filter(({ knownUntil }) => knownUntil === null).map(({ value }) => value);

const nameOf = (interval: { id: string; knownFrom: number }): string =>
  `${interval.id}@${interval.knownFrom}`;

function revised<T>(
  before: readonly Known<T>[],
  { opened, retimed, dropped }: Revision<T>,
): readonly Known<T>[] {
  if (opened.length + retimed.length + dropped.length === 0) return before;
  const table = new Map(before.map((known) => [nameOf(known), known]));
  for (const interval of dropped) table.delete(nameOf(interval));
  for (const interval of retimed) {
    const known = table.get(nameOf(interval))!;
    table.set(nameOf(interval), { ...known, knownUntil: interval.knownUntil });
  }
  for (const known of opened) table.set(nameOf(known), known);
  return [...table.values()].sort(byName);
}

function grown<T>(before: readonly Known<T>[], { opened, ended }: Growth<T>): readonly Known<T>[] {
  if (opened.length + ended.length === 0) return before;
  const until = new Map(ended.map(({ id, knownUntil }) => [id, knownUntil]));
  const table = before.map((known) =>
    known.knownUntil === null && until.has(known.id) ? { ...known, knownUntil: until.get(known.id)! } : known,
  );
  return [...table, ...opened].sort(byName);
}
