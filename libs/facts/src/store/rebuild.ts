import type { DomainEvent } from '@minhai/events';
import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../core/amendment.js';
import { CellSum } from '../core/cells.js';
import type { FactDefinition } from '../core/definition.js';
import { toFactEvent } from '../core/fact-event.js';
import { allOpened, deriveEntity } from '../core/revision.js';
import { writeCells } from './cell-writer.js';
import { ChangeWriter } from './change-writer.js';
import type { SchemaSource } from './event-codec.js';
import { replaceDefinitions, type FactNumbers } from './fact-registry.js';
import { HistoryStore, type HistoryRow } from './history-store.js';
import { ANY_PLAN, factStatements, INDEXES_ONLY, type FactStatements } from './statements.js';
import { TouchedEntities } from './touched-entities.js';
import { startOfLast, wholeEntities } from './whole-entities.js';

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
      `DECLARE history_by_entity NO SCROLL CURSOR FOR SELECT entity, event_id, facts::text, amended, envelope, value
       FROM ${this.statements.schema}.history WHERE entity <> '' ORDER BY entity`,
    );
    await this.tx.query(`SELECT ${INDEXES_ONLY}`);
    for (;;) {
      const page = await this.tx.query<HistoryRow & object>(`FETCH ${PAGE} FROM history_by_entity`);
      const rows = [...rest, ...page];
      const whole = page.length === 0 ? rows.length : startOfLast(rows);
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
    // One for each page: it remembers the events that it has read.
    const history = new HistoryStore(this.tx, this.statements, this.schemas);
    const writer = new ChangeWriter(this.tx, this.statements, this.cells);
    for (const { number, entity, members } of await wholeEntities(history, rows)) {
      const owner = { number, entity, fresh: [], linked: [] };
      writer.add(owner, allOpened(deriveEntity(this.facts.get(number)!, entity, members)));
    }
    await writer.flush();
    if (this.cells.size > CELLS_HELD) await this.writeCells();
  }

  private async writeCells(): Promise<void> {
    await writeCells(this.tx, this.statements, this.cells.deltas());
    this.cells = this.emptyCells();
  }

  private emptyCells = (): CellSum => new CellSum([...this.numbers.keys()].flatMap((fact) => fact.measures));
}
