import { ChainIndex } from '../core/chain-index.js';
import { CellSum, countedRow, type CellDelta } from '../core/cells.js';
import type { FactDefinition, FactEvent, FactRow, Finding } from '../core/definition.js';
import { deriveEntity, reviseEntity, type Derived, type Known, type Revision } from '../core/revision.js';
import { entitiesOf } from '../core/timeline.js';

export interface FactTables {
  readonly entities: Readonly<Record<string, Derived>>;
  readonly cells: readonly CellDelta[];
}

/** The tables of one fact in memory, kept up to date batch by batch as the store does it. */
export class MemoryTables {
  private readonly events = new Map<string, FactEvent>();
  private readonly entities = new Map<string, Derived>();
  private cells: readonly CellDelta[] = [];

  constructor(private readonly fact: FactDefinition) {}

  apply(batch: readonly FactEvent[]): void {
    for (const event of batch) this.events.set(event.id, event);
    const chains = new ChainIndex([...this.events.values()]);
    const since = new Map<string, number>();
    for (const event of batch) {
      for (const entity of chains.chainOf(event.id).flatMap((member) => entitiesOf(this.fact, member))) {
        since.set(entity, Math.min(since.get(entity) ?? Infinity, event.recordedTime));
      }
    }
    for (const [entity, from] of since)
      this.revise(entity, from, membersOf(this.fact, entity, chains, this.events));
  }

  tables(): FactTables {
    return {
      entities: Object.fromEntries([...this.entities].sort(([a], [b]) => (a < b ? -1 : 1))),
      cells: this.cells,
    };
  }

  private revise(entity: string, since: number, members: readonly FactEvent[]): void {
    const before = this.entities.get(entity) ?? { rows: [], findings: [] };
    const reaching = <T>(known: readonly Known<T>[]) =>
      known.filter(({ knownUntil }) => knownUntil === null || knownUntil >= since);
    const stored = { rows: reaching(before.rows), findings: reaching(before.findings) };
    const revision = reviseEntity({ fact: this.fact, entity, members, since, stored });
    const after = {
      rows: applied(before.rows, revision.rows),
      findings: applied<Finding>(before.findings, revision.findings),
    };
    this.entities.set(entity, after);
    const sum = new CellSum(this.fact.measures);
    for (const { amount, day, ...cell } of this.cells)
      sum.add({ ...cell, amount, validFrom: day, validUntil: null }, 1);
    for (const row of held(before.rows)) sum.add(countedRow(row), -1);
    for (const row of held(after.rows)) sum.add(countedRow(row), 1);
    this.cells = sum.deltas();
  }
}

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

function applied<T>(before: readonly Known<T>[], { opened, retimed, dropped }: Revision<T>): Known<T>[] {
  const nameOf = (interval: { id: string; knownFrom: number }) => `${interval.id}@${interval.knownFrom}`;
  const table = new Map(before.map((known) => [nameOf(known), known]));
  for (const interval of dropped) table.delete(nameOf(interval));
  for (const interval of retimed) {
    const known = table.get(nameOf(interval))!;
    table.set(nameOf(interval), { ...known, knownUntil: interval.knownUntil });
  }
  for (const known of opened) table.set(nameOf(known), known);
  return [...table.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.knownFrom - b.knownFrom));
}
