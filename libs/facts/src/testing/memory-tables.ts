import { isAmendment } from '../core/amendment.js';
import { goesOn, growEntity, plainHistory, type Growth, type PlainHistory } from '../core/append.js';
import { CellSum, countedRow, type CellDelta } from '../core/cells.js';
import { ChainIndex } from '../core/chain-index.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from '../core/definition.js';
import { deriveEntity, reviseEntity, type Derived, type Known, type Revision } from '../core/revision.js';
import { differsSince, entitiesOf } from '../core/timeline.js';

export interface FactTables {
  readonly entities: Readonly<Record<string, Derived>>;
  readonly cells: readonly CellDelta[];
}

interface Change {
  readonly rows: (before: readonly Known<FactRow>[]) => Known<FactRow>[];
  readonly findings: (before: readonly Known<Finding>[]) => Known<Finding>[];
}

/** The tables of one fact in memory, kept up to date batch by batch as the store does it. */
export class MemoryTables {
  private readonly events = new Map<string, FactEvent>();
  private readonly entities = new Map<string, Derived>();
  /** As the cache of the engine; every other batch finds it empty. */
  private readonly remembered = new Map<string, PlainHistory>();
  private batches = 0;
  private cells: readonly CellDelta[] = [];

  constructor(private readonly fact: FactDefinition) {}

  apply(batch: readonly FactEvent[]): void {
    if (this.batches++ % 2 === 1) this.remembered.clear();
    const known = new Set(this.events.keys());
    for (const event of batch) this.events.set(event.id, event);
    const chains = new ChainIndex([...this.events.values()]);
    const since = new Map<string, number>();
    for (const event of batch) {
      const chain = chains.chainOf(event.id);
      const from = differsSince(this.fact, event, chain.length > 1);
      for (const entity of chain.flatMap((member) => entitiesOf(this.fact, member)))
        since.set(entity, Math.min(since.get(entity) ?? Infinity, from));
    }
    const given = new Set(batch.map(({ id }) => id));
    for (const [entity, from] of since) {
      const members = membersOf(this.fact, entity, chains, this.events);
      const before = members.filter(({ id }) => known.has(id));
      const fresh = members.filter(({ id }) => given.has(id));
      const isPlain = !members.some(isAmendment) && goesOn(before, fresh);
      this.change(
        entity,
        isPlain ? this.growth(entity, before, fresh) : this.revision(entity, from, members),
      );
    }
  }

  tables(): FactTables {
    return {
      entities: Object.fromEntries([...this.entities].sort(([a], [b]) => (a < b ? -1 : 1))),
      cells: this.cells,
    };
  }

  private growth(entity: string, before: readonly FactEvent[], fresh: readonly FactEvent[]): Change {
    const history = this.remembered.get(entity) ?? plainHistory(this.fact, entity, before);
    const growth = growEntity(this.fact, entity, history, fresh);
    this.remembered.set(entity, growth.history);
    return {
      rows: (known) => grown(known, growth.rows),
      findings: (known) => grown(known, growth.findings),
    };
  }

  private revision(entity: string, since: number, members: readonly FactEvent[]): Change {
    const before = this.entities.get(entity) ?? NOTHING;
    const reaching = <T>(known: readonly Known<T>[]) =>
      known.filter(({ knownUntil }) => knownUntil === null || knownUntil >= since);
    const stored = { rows: reaching(before.rows), findings: reaching(before.findings) };
    const revision = reviseEntity({ fact: this.fact, entity, members, since, stored });
    if (members.some(isAmendment)) this.remembered.delete(entity);
    else this.remembered.set(entity, revision.history);
    return {
      rows: (known) => revised(known, revision.rows),
      findings: (known) => revised(known, revision.findings),
    };
  }

  private change(entity: string, change: Change): void {
    const before = this.entities.get(entity) ?? NOTHING;
    const after = { rows: change.rows(before.rows), findings: change.findings(before.findings) };
    this.entities.set(entity, after);
    const sum = new CellSum(this.fact.measures);
    for (const { amount, day, ...cell } of this.cells)
      sum.add({ ...cell, amount, validFrom: day, validUntil: null }, 1);
    for (const row of held(before.rows)) sum.add(countedRow(row), -1);
    for (const row of held(after.rows)) sum.add(countedRow(row), 1);
    this.cells = sum.deltas();
  }
}

const NOTHING: Derived = { rows: [], findings: [] };

/** The same tables by the full derivation over the whole set. */
export function derivedTables(fact: FactDefinition, set: readonly FactEvent[]): FactTables {
  const events = new Map(set.map((event) => [event.id, event]));
  const chains = new ChainIndex([...events.values()]);
  const names = [...new Set([...events.values()].flatMap((event) => entitiesOf(fact, event)))].sort();
  const entities = names.map(
    (entity) => [entity, deriveEntity(fact, entity, membersOf(fact, entity, chains, events))] as const,
  );
  const sum = new CellSum(fact.measures);
  for (const [, { rows }] of entities) for (const row of held(rows)) sum.add(countedRow(row), 1);
  return { entities: Object.fromEntries(entities), cells: sum.deltas() };
}

function membersOf(
  fact: FactDefinition,
  entity: string,
  chains: ChainIndex<FactEvent>,
  events: ReadonlyMap<string, FactEvent>,
): FactEvent[] {
  const own = [...events.values()].filter((event) => entitiesOf(fact, event).includes(entity));
  return [...new Set(own.flatMap((event) => chains.chainOf(event.id)))];
}

const held = (rows: readonly Known<FactRow>[]): FactRow[] =>
  rows.filter(({ knownUntil }) => knownUntil === null).map(({ value }) => value);

const nameOf = (interval: { id: string; knownFrom: number }): string =>
  `${interval.id}@${interval.knownFrom}`;

const byName = <T>(intervals: readonly Known<T>[]): Known<T>[] =>
  [...intervals].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.knownFrom - b.knownFrom));

function revised<T>(before: readonly Known<T>[], { opened, retimed, dropped }: Revision<T>): Known<T>[] {
  const table = new Map(before.map((known) => [nameOf(known), known]));
  for (const interval of dropped) table.delete(nameOf(interval));
  for (const interval of retimed) {
    const known = table.get(nameOf(interval))!;
    table.set(nameOf(interval), { ...known, knownUntil: interval.knownUntil });
  }
  for (const known of opened) table.set(nameOf(known), known);
  return byName([...table.values()]);
}

function grown<T>(before: readonly Known<T>[], { opened, ended }: Growth<T>): Known<T>[] {
  const until = new Map(ended.map(({ id, knownUntil }) => [id, knownUntil]));
  const table = before.map((known) =>
    known.knownUntil === null ? { ...known, knownUntil: until.get(known.id) ?? null } : known,
  );
  return byName([...table, ...opened]);
}
