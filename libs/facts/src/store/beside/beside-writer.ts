import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../../core/amendment.js';
import { goesOn, growEntity, NO_HISTORY } from '../../core/append.js';
import { CellSum } from '../../core/cells.js';
import { ChainIndex } from '../../core/chain-index.js';
import type { FactDefinition, FactEvent } from '../../core/definition.js';
import { completed } from '../../core/fact-event.js';
import { deriveEntity, type Known, type Revision } from '../../core/revision.js';
import { writeCells } from '../cell-writer.js';
import { ChangeWriter } from '../change-writer.js';
import { StoredEventReader, type SchemaSource, type StoredEvent } from '../event-codec.js';
import { FactBatch } from '../fact-batch.js';
import type { PositionedEvent } from '../fact-engine.js';
import type { FactNumbers } from '../fact-registry.js';
import type { CacheLease } from '../history-cache.js';
import { HistoryStore } from '../history-store.js';
import { factStatements, type FactStatements } from '../statements.js';
import { TouchedEntities } from '../touched-entities.js';

/** An event under one of its entities. */
export interface HistoryRow extends StoredEvent {
  readonly fact: number;
  readonly entity: string;
  readonly amended: boolean;
}

const isSameEntity = (a: HistoryRow, b: HistoryRow): boolean => a.fact === b.fact && a.entity === b.entity;

/** Where the last entity of a page begins: the next page may go on with it. */
export const startOfLast = (rows: readonly HistoryRow[]): number => {
  let start = rows.length;
  while (start > 0 && isSameEntity(rows[start - 1]!, rows.at(-1)!)) start--;
  return start;
};

/** Fills the tables of a rebuild: events as they were accepted, then entity by entity, then what came meanwhile. */
export class BesideWriter {
  private readonly statements: FactStatements;
  private readonly facts: ReadonlyMap<number, FactDefinition>;
  private cells: CellSum;

  constructor(
    schema: string,
    private readonly numbers: FactNumbers,
    private readonly schemas: SchemaSource,
  ) {
    this.statements = factStatements(schema);
    this.facts = new Map([...numbers].map(([fact, number]) => [number, fact]));
    this.cells = this.emptyCells();
  }

  async store(tx: Transaction, page: readonly PositionedEvent[]): Promise<void> {
    const history = new HistoryStore(tx, this.statements, this.schemas);
    const touched = new TouchedEntities(this.numbers);
    const incoming = page.map(({ event, value }) => {
      const fact = completed(event);
      return { event: fact, value, entities: touched.add(fact) };
    });
    await history.insertAmendments(incoming.map(({ event }) => event).filter(isAmendment));
    await history.insert(incoming, new Set());
  }

  /** Whole entities only. */
  async derive(tx: Transaction, rows: readonly HistoryRow[]): Promise<void> {
    const reader = new StoredEventReader(this.schemas);
    const events = rows.map((row) => reader.event(row));
    const chains = await this.chainsOf(tx, rows, events);
    const writer = new ChangeWriter(tx, this.statements, this.cells);
    for (let start = 0, end = 0; start < rows.length; start = end) {
      while (end < rows.length && isSameEntity(rows[end]!, rows[start]!)) end++;
      const { fact: number, entity } = rows[start]!;
      const own = events.slice(start, end);
      const isPlain = !rows.slice(start, end).some(({ amended }) => amended) && goesOn([], own);
      this.deriveEntity(
        writer,
        { number, entity, fresh: [], linked: [] },
        isPlain ? own : membersOf(own, chains),
        isPlain,
      );
    }
    await writer.flush();
  }

  /** To be called in the transaction of the last derived page, too: what cells hold is in memory until then. */
  async writeCells(tx: Transaction): Promise<void> {
    await writeCells(tx, this.statements, this.cells.deltas());
    this.cells = this.emptyCells();
  }

  get cellsHeld(): number {
    return this.cells.size;
  }

  async fold(tx: Transaction, page: readonly PositionedEvent[]): Promise<void> {
    const batch = new FactBatch({
      tx,
      statements: this.statements,
      numbers: this.numbers,
      schemas: this.schemas,
      entityLocks: 0,
      lease: () => Promise.resolve(NOTHING_REMEMBERED),
    });
    await batch.fold(page.map(({ event, value }) => ({ event: completed(event), value })));
  }

  private deriveEntity(
    writer: ChangeWriter,
    owner: { number: number; entity: string; fresh: []; linked: [] },
    members: readonly FactEvent[],
    isPlain: boolean,
  ): void {
    const fact = this.facts.get(owner.number)!;
    if (isPlain) return writer.grow(owner, growEntity(fact, owner.entity, NO_HISTORY, members));
    const { rows, findings } = deriveEntity(fact, owner.entity, members);
    writer.add(owner, { rows: onlyOpened(rows), findings: onlyOpened(findings) });
  }

  private async chainsOf(
    tx: Transaction,
    rows: readonly HistoryRow[],
    events: readonly FactEvent[],
  ): Promise<ChainIndex<FactEvent> | undefined> {
    const seeds = events.filter((event, i) => rows[i]!.amended || isAmendment(event)).map(({ id }) => id);
    if (seeds.length === 0) return undefined;
    return new HistoryStore(tx, this.statements, this.schemas).chains([...new Set(seeds)], []);
  }

  private emptyCells = (): CellSum => new CellSum([...this.numbers.keys()].flatMap((fact) => fact.measures));
}

const NOTHING_REMEMBERED: CacheLease = { take: () => undefined, keep: () => undefined };

function membersOf(
  own: readonly FactEvent[],
  chains: ChainIndex<FactEvent> | undefined,
): readonly FactEvent[] {
  const members = new Map<string, FactEvent>();
  for (const event of own.flatMap((one) => [one, ...(chains?.chainOf(one.id) ?? [])]))
    members.set(event.id, event);
  return [...members.values()];
}

const onlyOpened = <T>(opened: readonly Known<T>[]): Revision<T> => ({ opened, retimed: [], dropped: [] });
