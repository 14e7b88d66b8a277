import { isAmendment, targetOf } from '../core/amendment.js';
import type { FactDefinition, FactEvent } from '../core/definition.js';
import { entitiesOf } from '../core/timeline.js';

/** An entity of one fact, with the events that are its own. */
export interface IndexedEntity {
  readonly fact: FactDefinition;
  readonly name: string;
  readonly own: FactEvent[];
}

/** A growing set of events, indexed by id, by the target they amend and by the entities of every fact. */
export class EventSet {
  private readonly byId = new Map<string, FactEvent>();
  private readonly amendments = new Map<string, FactEvent[]>();
  private readonly factsByType = new Map<string, FactDefinition[]>();
  private readonly entities = new Map<string, IndexedEntity>();
  private readonly touched = new Map<string, readonly IndexedEntity[]>();

  constructor(facts: readonly FactDefinition[]) {
    for (const fact of facts) for (const type of Object.keys(fact.reads)) put(this.factsByType, type, fact);
  }

  /** False for a repeat. */
  add(event: FactEvent): boolean {
    if (this.byId.has(event.id)) return false;
    this.byId.set(event.id, event);
    const target = targetOf(event);
    if (target !== undefined) put(this.amendments, target, event);
    const touched = (this.factsByType.get(event.type) ?? []).flatMap((fact) =>
      [...new Set(entitiesOf(fact, event))].map((name) => this.entityOf(fact, name)),
    );
    for (const { own } of touched) own.push(event);
    this.touched.set(event.id, touched);
    return true;
  }

  /** The entities an event is of. */
  entitiesOf({ id }: FactEvent): readonly IndexedEntity[] {
    return this.touched.get(id) ?? [];
  }

  /** All that amendments link with an event, in either direction, also through events that are not there yet. */
  chainOf(of: FactEvent): readonly FactEvent[] {
    if (!this.isLinked(of)) return [of];
    const ids = new Set([of.id]);
    for (const linked of ids) {
      const event = this.byId.get(linked);
      const target = event && targetOf(event);
      if (target !== undefined) ids.add(target);
      for (const amendment of this.amendments.get(linked) ?? []) ids.add(amendment.id);
    }
    return [...ids].flatMap((linked) => this.byId.get(linked) ?? []);
  }

  /** The history of an entity, with the chains it belongs to, each event once. */
  membersOf({ own }: IndexedEntity): readonly FactEvent[] {
    if (!own.some((event) => this.isLinked(event))) return [...own];
    return [...new Set(own.flatMap((event) => this.chainOf(event)))];
  }

  /** Every entity of every fact, by fact and name. */
  all(): IndexedEntity[] {
    return [...this.entities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entity]) => entity);
  }

  private isLinked(event: FactEvent): boolean {
    return isAmendment(event) || this.amendments.has(event.id);
  }

  private entityOf(fact: FactDefinition, name: string): IndexedEntity {
    const key = `${fact.name}\n${name}`;
    const known = this.entities.get(key) ?? { fact, name, own: [] };
    this.entities.set(key, known);
    return known;
  }
}

function put<T>(index: Map<string, T[]>, key: string, value: T): void {
  const known = index.get(key);
  if (known) known.push(value);
  else index.set(key, [value]);
}
