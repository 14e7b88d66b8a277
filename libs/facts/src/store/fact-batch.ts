import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../core/amendment.js';
import { goesOn, growEntity, NO_HISTORY, plainHistory, type PlainHistory } from '../core/append.js';
import { CellSum } from '../core/cells.js';
import type { FactEvent } from '../core/definition.js';
import { reviseEntity } from '../core/revision.js';
import { writeCells, type MovedCell } from './cell-writer.js';
import { ChangeWriter, type ChangeCounts } from './change-writer.js';
import type { SchemaSource } from './event-codec.js';
import type { FactNumbers } from './fact-registry.js';
import type { CacheLease } from './history-cache.js';
import { HistoryStore, type IncomingEvent, type StoredHistory } from './history-store.js';
import { readIntervals } from './interval-store.js';
import { lockEntities, lockSchema } from './locks.js';
import type { FactStatements } from './statements.js';
import { TouchedEntities, type TouchedEntity } from './touched-entities.js';

export interface BatchContext {
  readonly tx: Transaction;
  readonly statements: FactStatements;
  readonly numbers: FactNumbers;
  readonly schemas: SchemaSource;
  /** More touched entities than this and the batch runs alone. */
  readonly entityLocks: number;
  /** Asked for once the entities are locked. */
  readonly lease: () => Promise<CacheLease>;
}

/** What a batch changed. */
export interface FactChange extends ChangeCounts {
  /** The cells touched, with what was added to each. */
  readonly cells: readonly MovedCell[];
}

interface ReadEntity {
  readonly touched: TouchedEntity;
  readonly stored: StoredHistory;
}

/** An entity whose history the last batch of it left behind; nothing of it is amended. */
interface RememberedEntity {
  readonly touched: TouchedEntity;
  readonly history: PlainHistory;
}

interface ReadEntities {
  readonly lease: CacheLease;
  readonly remembered: readonly RememberedEntity[];
  readonly read: readonly ReadEntity[];
}

/** Folds new events into the tables, within one transaction. Events that are already folded in change nothing. */
export class FactBatch {
  private readonly history: HistoryStore;
  private readonly touched: TouchedEntities;

  constructor(private readonly context: BatchContext) {
    this.history = new HistoryStore(context.tx, context.statements, context.schemas);
    this.touched = new TouchedEntities(context.numbers);
  }

  async fold(events: readonly { readonly event: FactEvent; readonly value: Buffer }[]): Promise<FactChange> {
    const { tx, statements, numbers } = this.context;
    const incoming: IncomingEvent[] = events.map(({ event, value }) => ({
      event,
      value,
      entities: this.touched.add(event),
    }));
    const amendments = events.map(({ event }) => event).filter(isAmendment);
    const names = this.touched.names();
    const alone = amendments.length > 0 || names.size > this.context.entityLocks;
    await lockSchema(tx, statements.schema, alone ? 'exclusive' : 'shared');
    await this.history.insertAmendments(amendments);
    await this.history.markTargets(amendments);
    const amended = await this.history.amendedAmong(events.map(({ event }) => event.id));
    const linked = incoming.filter(({ event }) => isAmendment(event) || amended.has(event.id));
    await this.touchChains(linked);
    if (!alone) await lockEntities(tx, statements.schema, [...this.touched.names()]);
    const cells = new CellSum([...numbers.keys()].flatMap((fact) => fact.measures));
    const writer = new ChangeWriter(tx, statements, cells);
    const read = await this.read();
    // PostgreSQL stores the events while the folds run here.
    const stored = this.history.insert(incoming, amended);
    stored.catch(() => undefined);
    await this.change(writer, read, linked);
    await stored;
    const counts = await writer.flush();
    return { ...counts, cells: await writeCells(tx, statements, cells.deltas()) };
  }

  /** An amendment concerns every entity in its chain, and so does a target that arrives after it. */
  private async touchChains(linked: readonly IncomingEvent[]): Promise<void> {
    if (linked.length === 0) return;
    const byId = new Map(linked.map(({ event }) => [event.id, event]));
    for (const { event, entities } of linked)
      for (const { number, entity } of entities) this.touched.link(number, entity, event);
    for (const { seed, fact, entity } of await this.history.chainEntities([...byId.keys()]))
      this.touched.link(fact, entity, byId.get(seed)!);
  }

  /** What is known of the touched entities: remembered, or read. */
  private async read(): Promise<ReadEntities> {
    const lease = await this.context.lease();
    const remembered: RememberedEntity[] = [];
    const unknown: TouchedEntity[] = [];
    for (const touched of this.touched.all()) {
      const history = lease.take(touched.key);
      if (history && touched.linked.length === 0) remembered.push({ touched, history });
      else unknown.push(touched);
    }
    const stored = await this.history.read(unknown);
    return { lease, remembered, read: unknown.map((touched, i) => ({ touched, stored: stored[i]! })) };
  }

  /**
   * Most entities just go on: their newest state is enough, remembered or folded once. What is amended or recorded
   * among what is known is derived from the first registration time that it touches.
   */
  private async change(
    writer: ChangeWriter,
    { lease, remembered, read }: ReadEntities,
    linked: readonly IncomingEvent[],
  ): Promise<void> {
    const others: ReadEntity[] = [];
    for (const { touched, history } of remembered) {
      if (goesOn(history.members, touched.fresh)) await grow(writer, lease, touched, history);
      else others.push({ touched, stored: { events: history.members, linked: [] } });
    }
    for (const entity of read) {
      const { touched, stored } = entity;
      if (isPlain(entity) && goesOn(stored.events, touched.fresh))
        await grow(writer, lease, touched, historyOf(touched, stored.events));
      else others.push(entity);
    }
    if (others.length > 0) await this.revise(writer, lease, others, linked);
  }

  /** Brings entities up to date whatever happened to them. */
  private async revise(
    writer: ChangeWriter,
    lease: CacheLease,
    entities: readonly ReadEntity[],
    incoming: readonly IncomingEvent[],
  ): Promise<void> {
    const { tx, statements } = this.context;
    const linked = incoming.map(({ event }) => event);
    const seeds = new Set([
      ...entities.flatMap(({ stored }) => stored.linked),
      ...linked.map(({ id }) => id),
    ]);
    const chains = seeds.size === 0 ? undefined : await this.history.chains([...seeds], linked);
    const intervals = await readIntervals(
      tx,
      statements,
      entities.map(({ touched }) => touched),
    );
    for (const [i, read] of entities.entries()) {
      const { touched, stored } = read;
      const own = distinct([...stored.events, ...touched.fresh]);
      const members =
        chains && !isPlain(read)
          ? distinct(own.flatMap((event) => [event, ...chains.chainOf(event.id)]))
          : own;
      const { fact, entity, since, key } = touched;
      const revision = reviseEntity({ fact, entity, members, since, stored: intervals[i]! });
      writer.add(touched, revision);
      if (isPlain(read)) lease.keep(key, revision.history);
    }
  }
}

/** Whether nothing of it is amended, stored or new. */
const isPlain = ({ touched, stored }: ReadEntity): boolean =>
  touched.linked.length === 0 && stored.linked.length === 0;

const historyOf = ({ fact, entity }: TouchedEntity, events: readonly FactEvent[]): PlainHistory =>
  events.length === 0 ? NO_HISTORY : plainHistory(fact, entity, events);

function grow(
  writer: ChangeWriter,
  lease: CacheLease,
  touched: TouchedEntity,
  history: PlainHistory,
): Promise<void> | undefined {
  const { fact, entity, key, fresh } = touched;
  const growth = growEntity(fact, entity, history, distinct(fresh));
  writer.grow(touched, growth);
  lease.keep(key, growth.history);
  return writer.turn();
}

function distinct(events: readonly FactEvent[]): readonly FactEvent[] {
  if (events.length < 2 || new Set(events.map(({ id }) => id)).size === events.length) return events;
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
