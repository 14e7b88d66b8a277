import type { FactEvent } from '../core/definition.js';
import type { FactDefinition } from '../core/definition.js';
import { differsSince, entitiesOf } from '../core/timeline.js';
import type { FactNumbers } from './fact-registry.js';

/** One entity that a batch changes. */
export interface TouchedEntity {
  readonly fact: FactDefinition;
  readonly number: number;
  readonly entity: string;
  readonly key: string;
  /** The smallest recordedTime among the new events that concern it. */
  since: number;
  /** The new events of its own. */
  readonly fresh: FactEvent[];
  /** New amendments of its events, and new targets of amendments it knows; beside `fresh`, what moves it. */
  readonly linked: FactEvent[];
}

/** The entities a batch of events changes, by key. */
export class TouchedEntities {
  private readonly byKey = new Map<string, TouchedEntity>();
  private readonly factsByType = new Map<string, FactDefinition[]>();
  private readonly byNumber: ReadonlyMap<number, FactDefinition>;

  constructor(private readonly numbers: FactNumbers) {
    this.byNumber = new Map([...numbers].map(([fact, number]) => [number, fact]));
    for (const [fact] of [...numbers].sort(([, a], [, b]) => a - b)) {
      for (const type of Object.keys(fact.reads))
        this.factsByType.set(type, [...(this.factsByType.get(type) ?? []), fact]);
    }
  }

  /** The entities, whatever facts they belong to. */
  names(): ReadonlySet<string> {
    return new Set(Array.from(this.byKey.values(), ({ entity }) => entity));
  }

  all(): TouchedEntity[] {
    return [...this.byKey.values()];
  }

  /** Notes an event under each of its entities and answers them by ascending fact; none when no fact wants it. */
  add(event: FactEvent): TouchedEntity[] {
    const touched: TouchedEntity[] = [];
    for (const fact of this.factsByType.get(event.type) ?? []) {
      const entities = entitiesOf(fact, event);
      for (const entity of entities.length > 1 ? new Set(entities) : entities) {
        const entry = this.touch(this.numbers.get(fact)!, entity, event.recordedTime);
        entry.fresh.push(event);
        touched.push(entry);
      }
    }
    return touched;
  }

  /** Notes an event that concerns an entity through the amendment rules. */
  link(number: number, entity: string, event: FactEvent): void {
    const since = differsSince(this.byNumber.get(number)!, event, true);
    this.touch(number, entity, since).linked.push(event);
  }

  private touch(number: number, entity: string, since: number): TouchedEntity {
    const key = `${number}\n${entity}`;
    const known = this.byKey.get(key);
    if (known) {
      known.since = Math.min(known.since, since);
      return known;
    }
    const fact = this.byNumber.get(number)!;
    const entry = { fact, number, entity, key, since, fresh: [], linked: [] };
    this.byKey.set(key, entry);
    return entry;
  }
}
