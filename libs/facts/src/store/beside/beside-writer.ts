import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../../core/amendment.js';
import { growWhole } from '../../core/continued.js';
import { CellSum } from '../../core/cells.js';
import type { FactDefinition } from '../../core/definition.js';
import { completed } from '../../core/fact-event.js';
import { allOpened, deriveEntity } from '../../core/revision.js';
import { writeCells } from '../cell-writer.js';
import { ChangeWriter } from '../change-writer.js';
import type { SchemaSource } from '../event-codec.js';
import { FactBatch } from '../fact-batch.js';
import type { PositionedEvent } from '../fact-engine.js';
import type { FactNumbers } from '../fact-registry.js';
import type { CacheLease } from '../history-cache.js';
import { HistoryStore, type HistoryRow } from '../history-store.js';
import type { ConsumedPosition } from '../rebuild.js';
import { factStatements, type FactStatements } from '../statements.js';
import { TouchedEntities } from '../touched-entities.js';
import { wholeEntities, type WholeEntity } from '../whole-entities.js';

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
    await history.copy(incoming, new Set());
  }

  /** Whole entities only. */
  async derive(tx: Transaction, rows: readonly HistoryRow[]): Promise<void> {
    const writer = new ChangeWriter(tx, this.statements, this.cells);
    const history = new HistoryStore(tx, this.statements, this.schemas);
    for (const entity of await wholeEntities(history, rows)) {
      this.deriveEntity(writer, entity);
      await writer.turn();
    }
    await writer.flush();
  }

  /** To be called when pages have been derived, and none is: what cells hold is in memory until then. */
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

  private deriveEntity(writer: ChangeWriter, { number, entity, members, isPlain }: WholeEntity): void {
    const fact = this.facts.get(number)!;
    const owner = { number, entity, fresh: [], linked: [] };
    if (isPlain) return writer.grow(owner, growWhole(fact, entity, members));
    writer.add(owner, allOpened(deriveEntity(fact, entity, members)));
  }

  private emptyCells = (): CellSum => new CellSum([...this.numbers.keys()].flatMap((fact) => fact.measures));
}

const NOTHING_REMEMBERED: CacheLease = {
  take: (keys) => Promise.resolve(keys.map(() => undefined)),
  keep: () => undefined,
};

/** Notes how far a partition has come. */
export async function advance(
  tx: Transaction,
  schema: string,
  { domain, partition }: Pick<ConsumedPosition, 'domain' | 'partition'>,
  position: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO ${schema}.consumed AS c (domain, partition, epoch, next_offset, position) VALUES ($1, $2, 0, 0, $3)
     ON CONFLICT (domain, partition) DO UPDATE SET position = greatest(c.position, excluded.position)`,
    [domain, partition, position],
  );
}
