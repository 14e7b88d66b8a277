import { CopyRows, type Transaction } from '@minhai/postgres';
import { isAmendment, targetOf } from '../core/amendment.js';
import { ChainIndex } from '../core/chain-index.js';
import type { FactEvent } from '../core/definition.js';
import { StoredEventReader, type SchemaSource, type StoredEvent } from './event-codec.js';
import type { FactStatements } from './statements.js';
import { encodeEnvelope } from './stored-envelope.js';
import type { TouchedEntity } from './touched-entities.js';

const NOTHING = Buffer.alloc(0);
const NO_ENTITY = '';

/** A new event with its bytes and the entities it belongs to. */
export interface IncomingEvent {
  readonly event: FactEvent;
  readonly value: Buffer;
  readonly entities: readonly { readonly number: number; readonly entity: string }[];
}

/** What is stored of an entity. */
export interface StoredHistory {
  readonly events: readonly FactEvent[];
  /** The ids among them that amend or are amended. */
  readonly linked: readonly string[];
}

/** An event under one of its entities. */
export interface HistoryRow extends StoredEvent {
  readonly entity: string;
  /** PostgreSQL's text of the numbers of the facts; see `factsIn`. */
  readonly facts: string;
  readonly amended: boolean;
}

/** There are few combinations of facts: each text is read once. */
const knownFacts = new Map<string, ReadonlySet<number>>();

/** The facts of a row of `history`. */
export function factsIn(text: string): ReadonlySet<number> {
  let facts = knownFacts.get(text);
  if (!facts) {
    facts = new Set(text === '{}' ? [] : text.slice(1, -1).split(',').map(Number));
    knownFacts.set(text, facts);
  }
  return facts;
}

/** Each entity of an event with the facts that know it by this key. */
function factsByEntity(entities: IncomingEvent['entities']): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { number, entity } of entities) {
    const others = numbers.get(entity);
    if (others) others.push(number);
    else numbers.set(entity, [number]);
  }
  return numbers.size === 0 ? NOBODY : numbers;
}

const NOBODY: ReadonlyMap<string, readonly number[]> = new Map([[NO_ENTITY, []]]);

const COLUMNS = ['entity', 'event_id', 'facts', 'amended', 'envelope', 'value'] as const;
/** A row without its payload, generously. */
const ROW_BYTES = 320;

/** The `history` and `amendment` tables within one transaction. */
export class HistoryStore {
  private readonly reader: StoredEventReader;

  constructor(
    private readonly tx: Transaction,
    private readonly statements: FactStatements,
    schemas: SchemaSource,
  ) {
    this.reader = new StoredEventReader(schemas);
  }

  /** Of events that cannot be there yet. A repeat fails the statement. */
  async copy(incoming: readonly IncomingEvent[], amended: ReadonlySet<string>): Promise<void> {
    const entities = incoming.reduce((sum, event) => sum + event.entities.length, 0);
    const rows = new CopyRows(COLUMNS, (incoming.length + entities) * ROW_BYTES);
    for (const { event, value, entities } of incoming) {
      const envelope = encodeEnvelope(event);
      for (const [entity, facts] of factsByEntity(entities)) {
        rows.row();
        rows.text(entity);
        rows.uuid(event.id);
        rows.int2s(facts);
        rows.boolean(amended.has(event.id));
        rows.text(envelope);
        rows.bytes(entity === NO_ENTITY ? NOTHING : value);
      }
    }
    await this.tx.copyIn(`${this.statements.schema}.history`, rows);
  }

  /** Of events that may be there; those stay as they are. */
  async insert(incoming: readonly IncomingEvent[], amended: ReadonlySet<string>): Promise<void> {
    const columns = {
      entity: [] as string[],
      event_id: [] as string[],
      facts: [] as string[],
      amended: [] as boolean[],
      envelope: [] as string[],
      value: [] as Buffer[],
    };
    for (const { event, value, entities } of incoming) {
      for (const [entity, facts] of factsByEntity(entities)) {
        columns.entity.push(entity);
        columns.event_id.push(event.id);
        columns.facts.push(`{${facts.join(',')}}`);
        columns.amended.push(amended.has(event.id));
        columns.envelope.push(encodeEnvelope(event));
        columns.value.push(entity === NO_ENTITY ? NOTHING : value);
      }
    }
    const { insertIfNew } = this.statements;
    await this.tx.prepared(insertIfNew, insertIfNew.bind(columns));
  }

  async insertAmendments(amendments: readonly FactEvent[]): Promise<void> {
    if (amendments.length === 0) return;
    const { insertAmendments } = this.statements;
    const columns = {
      event_id: amendments.map(({ id }) => id),
      target_id: amendments.map((event) => targetOf(event)!),
    };
    await this.tx.prepared(insertAmendments, insertAmendments.bind(columns));
  }

  /** Marks the stored targets of new amendments. */
  async markTargets(amendments: readonly FactEvent[]): Promise<void> {
    if (amendments.length === 0) return;
    const { markAmended } = this.statements;
    await this.tx.prepared(
      markAmended,
      markAmended.bind({ event_id: [...new Set(amendments.map((event) => targetOf(event)!))] }),
    );
  }

  /** Those of the ids that some amendment points at, and those of events that are stored. */
  async knownAmong(ids: readonly string[]): Promise<Record<'amended' | 'stored', ReadonlySet<string>>> {
    const { knownAmong } = this.statements;
    const known = { amended: new Set<string>(), stored: new Set<string>() };
    const rows = await this.tx.prepared<{ event_id: string; amended: boolean }>(
      knownAmong,
      knownAmong.bind(ids),
    );
    for (const { event_id, amended } of rows) known[amended ? 'amended' : 'stored'].add(event_id);
    return known;
  }

  /** The stored entities in the chain of each seed event. */
  chainEntities(seeds: readonly string[]): Promise<{ seed: string; fact: number; entity: string }[]> {
    const { chainEntities } = this.statements;
    return this.tx.prepared(chainEntities, chainEntities.bind({ event_id: seeds }));
  }

  /** What is stored of each entity, in the order of `entities`. Facts that share a history read it once. */
  async read(entities: readonly TouchedEntity[]): Promise<StoredHistory[]> {
    if (entities.length === 0) return [];
    const histories = new Map<string, HistoryRow[]>(entities.map(({ entity }) => [entity, []]));
    const { historyOf } = this.statements;
    for (const row of await this.tx.prepared<HistoryRow & object>(
      historyOf,
      historyOf.bind([...histories.keys()]),
    ))
      histories.get(row.entity)!.push(row);
    return entities.map(({ number, entity }) => this.historyOf(number, histories.get(entity)!));
  }

  private historyOf(fact: number, rows: readonly HistoryRow[]): StoredHistory {
    const events: FactEvent[] = [];
    const linked: string[] = [];
    for (const row of rows) {
      if (!factsIn(row.facts).has(fact)) continue;
      const event = this.event(row);
      events.push(event);
      if (row.amended || isAmendment(event)) linked.push(event.id);
    }
    return { events, linked };
  }

  /** The event of a row. */
  event(row: StoredEvent): FactEvent {
    return this.reader.event(row);
  }

  /** Every event of the chains of the seeds, as far as it is stored or among the new ones. */
  async chains(seeds: readonly string[], fresh: readonly FactEvent[]): Promise<ChainIndex<FactEvent>> {
    const { chainEvents } = this.statements;
    const rows = await this.tx.prepared<StoredEvent>(chainEvents, chainEvents.bind({ event_id: seeds }));
    return new ChainIndex([...rows.map((row) => this.event(row)), ...fresh]);
  }
}
