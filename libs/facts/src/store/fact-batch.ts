import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../core/amendment.js';
import {
  goesOn,
  growEntity,
  NO_HISTORY,
  plainHistory,
  type EntityGrowth,
  type PlainHistory,
} from '../core/append.js';
import { CellSum } from '../core/cells.js';
import type { ChainIndex } from '../core/chain-index.js';
import {
  continuedFrom,
  continueEntity,
  isContinued,
  remembered,
  type Remembered,
} from '../core/continued.js';
import type { FactEvent } from '../core/definition.js';
import { reviseEntity } from '../core/revision.js';
import { awaitedLater } from './awaited-later.js';
import { writeCells, type MovedCell } from './cell-writer.js';
import { ChangeWriter, type ChangeCounts } from './change-writer.js';
import type { SchemaSource } from './event-codec.js';
import type { FactNumbers } from './fact-registry.js';
import type { CacheLease } from './history-cache.js';
import { HistoryStore, type IncomingEvent, type StoredHistory } from './history-store.js';
import { readIntervals, type StoredIntervals } from './interval-store.js';
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

/** An entity that just goes on: from its history as the last batch of it left it behind, or as it was read. */
type GrowingEntity = ReadEntity | { readonly touched: TouchedEntity; readonly history: PlainHistory };

/** One that goes on without its history. */
interface ContinuedEntity {
  readonly touched: TouchedEntity;
  readonly growth: EntityGrowth<Remembered>;
}

interface RevisedEntity extends ReadEntity {
  readonly intervals: StoredIntervals;
}

interface KnownEntities {
  readonly lease: CacheLease;
  readonly continued: readonly ContinuedEntity[];
  readonly growing: readonly GrowingEntity[];
  readonly revised: readonly RevisedEntity[];
  /** Of everything in `revised` that is amended. */
  readonly chains: ChainIndex<FactEvent> | undefined;
}

interface FoldedEvent {
  readonly event: FactEvent;
  readonly value: Buffer;
}

/** Folds new events into the tables, within one transaction. Events that are already folded in change nothing. */
export class FactBatch {
  private readonly history: HistoryStore;
  /** Of the events routed last. */
  private touched!: TouchedEntities;

  constructor(private readonly context: BatchContext) {
    this.history = new HistoryStore(context.tx, context.statements, context.schemas);
  }

  async fold(events: readonly FoldedEvent[]): Promise<FactChange> {
    const { tx, statements, numbers } = this.context;
    const sent = distinct(events);
    const ids = sent.map(({ event }) => event.id);
    const amendments = sent.map(({ event }) => event).filter(isAmendment);
    const all = this.route(sent);
    const alone = amendments.length > 0 || this.touched.names().size > this.context.entityLocks;
    await lockSchema(tx, statements.schema, alone ? 'exclusive' : 'shared');
    await this.history.insertAmendments(amendments);
    await this.history.markTargets(amendments);
    const { amended, stored } = await this.history.knownAmong(ids);
    const incoming = stored.size === 0 ? all : this.route(sent.filter(({ event }) => !stored.has(event.id)));
    const linked = incoming.filter(({ event }) => isAmendment(event) || amended.has(event.id));
    await this.touchChains(linked);
    if (!alone) await lockEntities(tx, statements.schema, [...this.touched.names()]);
    const cells = new CellSum([...numbers.keys()].flatMap((fact) => fact.measures));
    const writer = new ChangeWriter(tx, statements, cells);
    const known = await this.read(linked);
    // Everything is read: PostgreSQL stores the events while the folds run here.
    const written = awaitedLater(this.history.copy(incoming, amended));
    await this.change(writer, known);
    await written;
    const counts = await writer.flush();
    return { ...counts, cells: await writeCells(tx, statements, cells.deltas()) };
  }

  /** The events with the entities they belong to, which alone are touched. */
  private route(events: readonly FoldedEvent[]): IncomingEvent[] {
    this.touched = new TouchedEntities(this.context.numbers);
    return events.map(({ event, value }) => ({ event, value, entities: this.touched.add(event) }));
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

  /**
   * What is known of the touched entities: remembered, or read. Most just go on: their newest state is enough. What is
   * amended or recorded among what is known is derived from the first registration time that it touches.
   */
  private async read(linked: readonly IncomingEvent[]): Promise<KnownEntities> {
    const lease = await this.context.lease();
    const continued: ContinuedEntity[] = [];
    const growing: GrowingEntity[] = [];
    const revised: ReadEntity[] = [];
    const unknown: TouchedEntity[] = [];
    const all = this.touched.all();
    const known = await lease.take(all.map(({ key }) => key));
    for (const [i, touched] of all.entries()) {
      const history = known[i];
      if (!history || touched.linked.length > 0) unknown.push(touched);
      else if (isContinued(history)) {
        const growth = continueEntity(touched.fact, history, touched.fresh);
        if (growth) continued.push({ touched, growth });
        else unknown.push(touched);
      } else if (goesOn(history.members, touched.fresh)) growing.push({ touched, history });
      else revised.push({ touched, stored: { events: history.members, linked: [] } });
    }
    const histories = await this.history.read(unknown);
    for (const [i, touched] of unknown.entries()) {
      const read = { touched, stored: histories[i]! };
      const growth = growthOnFrom(read);
      if (growth) continued.push({ touched, growth });
      else if (isPlain(read) && goesOn(read.stored.events, touched.fresh)) growing.push(read);
      else revised.push(read);
    }
    return { lease, continued, growing, ...(await this.readRevised(revised, linked)) };
  }

  /** With what revising needs beside the histories. */
  private async readRevised(
    revised: readonly ReadEntity[],
    incoming: readonly IncomingEvent[],
  ): Promise<Pick<KnownEntities, 'revised' | 'chains'>> {
    if (revised.length === 0) return { revised: [], chains: undefined };
    const linked = incoming.map(({ event }) => event);
    const seeds = new Set([...revised.flatMap(({ stored }) => stored.linked), ...linked.map(({ id }) => id)]);
    const chains = seeds.size === 0 ? undefined : await this.history.chains([...seeds], linked);
    const intervals = await readIntervals(
      this.context.tx,
      this.context.statements,
      revised.map(({ touched }) => touched),
    );
    return { revised: revised.map((read, i) => ({ ...read, intervals: intervals[i]! })), chains };
  }

  private async change(
    writer: ChangeWriter,
    { lease, revised, chains, growing, continued }: KnownEntities,
  ): Promise<void> {
    for (const entity of revised) await revise(writer, lease, entity, chains);
    for (const entity of growing) await grow(writer, lease, entity);
    for (const { touched, growth } of continued) await goOn(writer, lease, touched, growth);
  }
}

/** Whether nothing of it is amended, stored or new. */
const isPlain = ({ touched, stored }: ReadEntity): boolean =>
  touched.linked.length === 0 && stored.linked.length === 0;

/** Of a history that was read only to be left behind; undefined where it is needed. */
function growthOnFrom(read: ReadEntity): EntityGrowth<Remembered> | undefined {
  if (!isPlain(read)) return undefined;
  const { touched, stored } = read;
  const past = continuedFrom(touched.fact, touched.entity, stored.events);
  return past && continueEntity(touched.fact, past, touched.fresh);
}

const historyOf = (entity: GrowingEntity): PlainHistory => {
  if ('history' in entity) return entity.history;
  const { touched, stored } = entity;
  return stored.events.length === 0 ? NO_HISTORY : plainHistory(touched.fact, touched.entity, stored.events);
};

function grow(writer: ChangeWriter, lease: CacheLease, entity: GrowingEntity): Promise<void> | undefined {
  const { touched } = entity;
  const growth = growEntity(touched.fact, touched.entity, historyOf(entity), touched.fresh);
  const after = remembered(touched.fact, touched.entity, growth.remembered);
  return goOn(writer, lease, touched, { ...growth, remembered: after });
}

function goOn(
  writer: ChangeWriter,
  lease: CacheLease,
  touched: TouchedEntity,
  growth: EntityGrowth<Remembered>,
): Promise<void> | undefined {
  writer.grow(touched, growth);
  lease.keep(touched.key, growth.remembered);
  return writer.turn();
}

/** Brings an entity up to date whatever happened to it. */
function revise(
  writer: ChangeWriter,
  lease: CacheLease,
  read: RevisedEntity,
  chains: ChainIndex<FactEvent> | undefined,
): Promise<void> | undefined {
  const { touched, stored, intervals } = read;
  const own = [...stored.events, ...touched.fresh];
  const members = chains && !isPlain(read) ? withChains(own, chains) : own;
  const { fact, entity, since, key } = touched;
  const revision = reviseEntity({ fact, entity, members, since, stored: intervals });
  writer.add(touched, revision);
  if (isPlain(read)) lease.keep(key, remembered(fact, entity, revision.history));
  return writer.turn();
}

/** Each event once, with everything its chains know. */
function withChains(own: readonly FactEvent[], chains: ChainIndex<FactEvent>): readonly FactEvent[] {
  const members = own.flatMap((event) => [event, ...chains.chainOf(event.id)]);
  return [...new Map(members.map((event) => [event.id, event])).values()];
}

/** A batch may bring an event twice. */
function distinct(events: readonly FoldedEvent[]): readonly FoldedEvent[] {
  const byId = new Map(events.map((folded) => [folded.event.id, folded]));
  return byId.size === events.length ? events : [...byId.values()];
}
