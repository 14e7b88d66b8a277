import type { Transaction } from '@minhai/postgres';
import { isAmendment, targetOf } from '../core/amendment.js';
import { ChainIndex } from '../core/chain-index.js';
import type { FactEvent } from '../core/definition.js';
import { encodeEnvelope, StoredEventReader, type SchemaSource, type StoredEvent } from './event-codec.js';
import { NO_FACT } from './fact-registry.js';
import type { FactStatements } from './statements.js';
import type { TouchedEntity } from './touched-entities.js';

const NOTHING = Buffer.alloc(0);

/** A new event with its bytes and the entities it belongs to. */
export interface IncomingEvent {
  readonly event: FactEvent;
  readonly value: Buffer;
  readonly entities: readonly { readonly number: number; readonly entity: string }[];
}

export interface EntityHistory {
  readonly entity: TouchedEntity;
  /** Everything the entity's states follow from, new events included. */
  readonly members: readonly FactEvent[];
  /** Whether the tables may hold rows of it. */
  readonly isNew: boolean;
}

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
    const rows = incoming.flatMap(({ event, value, entities }) => {
      const common = { event_id: event.id, amended: amended.has(event.id), envelope: encodeEnvelope(event) };
      if (entities.length === 0) return [{ ...common, fact: NO_FACT, entity: '', value: NOTHING }];
      return entities.map(({ number, entity }) => ({ ...common, fact: number, entity, value }));
    });
    const { insertHistory } = this.statements;
    await this.tx.prepared(
      insertHistory,
      insertHistory.bind({
        fact: rows.map((row) => row.fact),
        entity: rows.map((row) => row.entity),
        event_id: rows.map((row) => row.event_id),
        amended: rows.map((row) => row.amended),
        envelope: rows.map((row) => row.envelope),
        value: rows.map((row) => row.value),
      }),
    );
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

  /** Histories with whole chains; `linked` are the new events that amend or are amended. */
  async read(entities: readonly TouchedEntity[], linked: readonly FactEvent[]): Promise<EntityHistory[]> {
    const stored = await this.storedHistories(entities);
    const own = entities.map((entity, i) => distinct([...(stored.events[i] ?? []), ...entity.fresh]));
    const seeds = new Set([...stored.linked, ...linked.map(({ id }) => id)]);
    const chains = seeds.size === 0 ? undefined : await this.chains([...seeds], linked);
    return entities.map((entity, i) => ({
      entity,
      members: chains ? distinct(own[i]!.flatMap((event) => [event, ...chains.chainOf(event.id)])) : own[i]!,
      isNew: stored.events[i] === undefined,
    }));
  }

  private async storedHistories(entities: readonly TouchedEntity[]) {
    const { historyOf } = this.statements;
    const keys = { fact: entities.map(({ number }) => number), entity: entities.map(({ entity }) => entity) };
    const events: (FactEvent[] | undefined)[] = new Array<undefined>(entities.length);
    const linked: string[] = [];
    for (const row of await this.tx.prepared<HistoryRow>(historyOf, historyOf.bind(keys))) {
      const event = this.reader.event(row);
      (events[row.number - 1] ??= []).push(event);
      if (row.amended || isAmendment(event)) linked.push(event.id);
    }
    return { events, linked };
  }

  /** Every event of the chains of the seeds, as far as it is stored or among the new ones. */
  private async chains(
    seeds: readonly string[],
    fresh: readonly FactEvent[],
  ): Promise<ChainIndex<FactEvent>> {
    const { chainEvents } = this.statements;
    const rows = await this.tx.prepared<StoredEvent>(chainEvents, chainEvents.bind({ event_id: seeds }));
    return new ChainIndex([...rows.map((row) => this.reader.event(row)), ...fresh]);
  }
}

function distinct(events: readonly FactEvent[]): readonly FactEvent[] {
  if (new Set(events.map(({ id }) => id)).size === events.length) return events;
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
