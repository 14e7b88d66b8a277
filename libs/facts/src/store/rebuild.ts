import type { DomainEvent } from '@minhai/events';
import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../core/amendment.js';
import { CellSum } from '../core/cells.js';
import { ChainIndex } from '../core/chain-index.js';
import type { FactDefinition, FactEvent } from '../core/definition.js';
import { toFactEvent } from '../core/fact-event.js';
import { deriveEntity, type Known, type Revision } from '../core/revision.js';
import { writeCells } from './cell-writer.js';
import { ChangeWriter } from './change-writer.js';
import { StoredEventReader, type SchemaSource, type StoredEvent } from './event-codec.js';
import { replaceDefinitions, type FactNumbers } from './fact-registry.js';
import { HistoryStore } from './history-store.js';
import { ANY_PLAN, factStatements, INDEXES_ONLY, type FactStatements } from './statements.js';
import { TouchedEntities } from './touched-entities.js';

const PAGE = 5_000;
const CELLS_HELD = 100_000;

/** An accepted event with its framed Avro bytes. */
export interface RecordedEvent {
  readonly event: DomainEvent;
  readonly value: Buffer;
}

export interface ConsumedPosition {
  readonly domain: string;
  readonly partition: number;
  readonly position: number;
}

export interface FactSource {
  readonly facts: readonly FactDefinition[];
  readonly schemas: SchemaSource;
}

export async function withoutTimeouts(tx: Transaction): Promise<void> {
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
}

/** Fills empty tables: stores every event, then derives entity by entity from its whole history. */
export async function fillTables(
  tx: Transaction,
  schema: string,
  source: FactSource,
  events: AsyncIterable<RecordedEvent>,
): Promise<void> {
  const numbers = await replaceDefinitions(tx, schema, source.facts);
  const rebuild = new Rebuild(tx, factStatements(schema), numbers, source.schemas);
  await rebuild.store(events);
  await rebuild.derive();
}

interface HistoryRow extends StoredEvent {
  readonly fact: number;
  readonly entity: string;
  readonly amended: boolean;
}

class Rebuild {
  private readonly history: HistoryStore;
  private readonly facts: ReadonlyMap<number, FactDefinition>;
  private cells: CellSum;

  constructor(
    private readonly tx: Transaction,
    private readonly statements: FactStatements,
    private readonly numbers: FactNumbers,
    private readonly schemas: SchemaSource,
  ) {
    this.history = new HistoryStore(tx, statements, schemas);
    this.facts = new Map([...numbers].map(([fact, number]) => [number, fact]));
    this.cells = this.emptyCells();
  }

  async store(events: AsyncIterable<RecordedEvent>): Promise<void> {
    await this.tx.query(`SELECT ${INDEXES_ONLY}`);
    let page: RecordedEvent[] = [];
    for await (const event of events) {
      if (page.push(event) < PAGE) continue;
      await this.storePage(page);
      page = [];
    }
    await this.storePage(page);
    const { schema } = this.statements;
    await this.tx.query(`SELECT ${ANY_PLAN}`);
    await this.tx.query(
      `UPDATE ${schema}.history SET amended = true WHERE event_id IN (SELECT target_id FROM ${schema}.amendment)`,
    );
    await this.tx.query(`ANALYZE ${schema}.history, ${schema}.amendment`);
  }

  async derive(): Promise<void> {
    let rest: HistoryRow[] = [];
    await this.tx.query(
      `DECLARE history_by_entity NO SCROLL CURSOR FOR SELECT fact, entity, event_id, amended, envelope, value
       FROM ${this.statements.schema}.history WHERE fact <> 0 ORDER BY fact, entity`,
    );
    await this.tx.query(`SELECT ${INDEXES_ONLY}`);
    for (;;) {
      const page = await this.tx.query<HistoryRow>(`FETCH ${PAGE} FROM history_by_entity`);
      const rows = [...rest, ...page];
      const whole =
        page.length === 0 ? rows.length : rows.findIndex((row) => isSameEntity(row, rows.at(-1)!));
      await this.deriveEntities(rows.slice(0, whole));
      rest = rows.slice(whole);
      if (page.length === 0) break;
    }
    await this.tx.query('CLOSE history_by_entity');
    await this.writeCells();
    await this.tx.query(`SELECT ${ANY_PLAN}`);
  }

  private async storePage(page: readonly RecordedEvent[]): Promise<void> {
    const touched = new TouchedEntities(this.numbers);
    const events = page.map(({ event, value }) => ({ event: toFactEvent(event), value }));
    await this.history.insertAmendments(events.map(({ event }) => event).filter(isAmendment));
    await this.history.insert(
      events.map(({ event, value }) => ({ event, value, entities: touched.add(event) })),
      new Set(),
    );
  }

  private async deriveEntities(rows: readonly HistoryRow[]): Promise<void> {
    const reader = new StoredEventReader(this.schemas);
    const events = rows.map((row) => reader.event(row));
    const chains = await this.chainsOf(rows, events, reader);
    const writer = new ChangeWriter(this.tx, this.statements, this.cells);
    for (let start = 0, end = 0; start < rows.length; start = end) {
      while (end < rows.length && isSameEntity(rows[end]!, rows[start]!)) end++;
      const { fact, entity } = rows[start]!;
      const members = events
        .slice(start, end)
        .flatMap((event) => [event, ...(chains?.chainOf(event.id) ?? [])]);
      const derived = deriveEntity(this.facts.get(fact)!, entity, [...new Set(members)]);
      const owner = { number: fact, entity, fresh: [], linked: [] };
      writer.add(owner, { rows: onlyOpened(derived.rows), findings: onlyOpened(derived.findings) });
    }
    await writer.flush();
    if (this.cells.size > CELLS_HELD) await this.writeCells();
  }

  private async chainsOf(
    rows: readonly HistoryRow[],
    events: readonly FactEvent[],
    reader: StoredEventReader,
  ) {
    const seeds = events.filter((event, i) => rows[i]!.amended || isAmendment(event)).map(({ id }) => id);
    if (seeds.length === 0) return undefined;
    const { chainEvents } = this.statements;
    const stored = await this.tx.prepared<StoredEvent>(
      chainEvents,
      chainEvents.bind({ event_id: [...new Set(seeds)] }),
    );
    return new ChainIndex(stored.map((row) => reader.event(row)));
  }

  private async writeCells(): Promise<void> {
    await writeCells(this.tx, this.statements, this.cells.deltas());
    this.cells = this.emptyCells();
  }

  private emptyCells = (): CellSum => new CellSum([...this.numbers.keys()].flatMap((fact) => fact.measures));
}

const isSameEntity = (a: HistoryRow, b: HistoryRow): boolean => a.fact === b.fact && a.entity === b.entity;

const onlyOpened = <T>(opened: readonly Known<T>[]): Revision<T> => ({ opened, retimed: [], dropped: [] });
