import type { Transaction } from '@minhai/postgres';
import { isAmendment, targetOf } from '../core/amendment.js';
import { ChainIndex } from '../core/chain-index.js';
import type { FactEvent } from '../core/definition.js';
import { StoredEventReader, type SchemaSource, type StoredEvent } from './event-codec.js';
import { NO_FACT } from './fact-registry.js';
import type { FactStatements } from './statements.js';
import { encodeEnvelope } from './stored-envelope.js';
import type { TouchedEntity } from './touched-entities.js';

const NOTHING = Buffer.alloc(0);
const NO_ENTITY = [{ number: NO_FACT, entity: '' }];

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

const NO_STORED_HISTORY: StoredHistory = { events: [], linked: [] };

interface HistoryRow extends StoredEvent {
  number: number;
  amended: boolean;
}

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

  async insert(incoming: readonly IncomingEvent[], amended: ReadonlySet<string>): Promise<void> {
    const columns = {
      fact: [] as number[],
      entity: [] as string[],
      event_id: [] as string[],
      amended: [] as boolean[],
      envelope: [] as string[],
      value: [] as Buffer[],
    };
    for (const { event, value, entities } of incoming) {
      const envelope = encodeEnvelope(event);
      for (const { number, entity } of entities.length === 0 ? NO_ENTITY : entities) {
        columns.fact.push(number);
        columns.entity.push(entity);
        columns.event_id.push(event.id);
        columns.amended.push(amended.has(event.id));
        columns.envelope.push(envelope);
        columns.value.push(number === NO_FACT ? NOTHING : value);
      }
    }
    const { insertHistory } = this.statements;
    await this.tx.prepared(insertHistory, insertHistory.bind(columns));
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

  /** Those of the ids that some amendment points at. */
  async amendedAmong(ids: readonly string[]): Promise<Set<string>> {
    const { amendedAmong } = this.statements;
    const rows = await this.tx.prepared<{ event_id: string }>(
      amendedAmong,
      amendedAmong.bind({ event_id: ids }),
    );
    return new Set(rows.map((row) => row.event_id));
  }

  /** The stored entities in the chain of each seed event. */
  chainEntities(seeds: readonly string[]): Promise<{ seed: string; fact: number; entity: string }[]> {
    const { chainEntities } = this.statements;
    return this.tx.prepared(chainEntities, chainEntities.bind({ event_id: seeds }));
  }

  /** What is stored of each entity, in the order of `entities`. */
  async read(entities: readonly TouchedEntity[]): Promise<StoredHistory[]> {
    if (entities.length === 0) return [];
    const { historyOf } = this.statements;
    const keys = { fact: entities.map(({ number }) => number), entity: entities.map(({ entity }) => entity) };
    const histories: { events: FactEvent[]; linked: string[] }[] = [];
    for (const row of await this.tx.prepared<HistoryRow>(historyOf, historyOf.bind(keys))) {
      const event = this.reader.event(row);
      const { events, linked } = (histories[row.number - 1] ??= { events: [], linked: [] });
      events.push(event);
      if (row.amended || isAmendment(event)) linked.push(event.id);
    }
    return entities.map((_, i) => histories[i] ?? NO_STORED_HISTORY);
  }

  /** Every event of the chains of the seeds, as far as it is stored or among the new ones. */
  async chains(seeds: readonly string[], fresh: readonly FactEvent[]): Promise<ChainIndex<FactEvent>> {
    const { chainEvents } = this.statements;
    const rows = await this.tx.prepared<StoredEvent>(chainEvents, chainEvents.bind({ event_id: seeds }));
    return new ChainIndex([...rows.map((row) => this.reader.event(row)), ...fresh]);
  }
}
