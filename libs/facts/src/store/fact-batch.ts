import type { Transaction } from '@minhai/postgres';
import { isAmendment } from '../core/amendment.js';
import { CellSum, type CellDelta } from '../core/cells.js';
import type { FactEvent } from '../core/definition.js';
import { reviseEntity, type KnownInterval } from '../core/revision.js';
import { writeCells } from './cell-writer.js';
import { ChangeWriter, type ChangeCounts } from './change-writer.js';
import type { SchemaSource } from './event-codec.js';
import type { FactNumbers } from './fact-registry.js';
import { HistoryStore, type EntityHistory, type IncomingEvent } from './history-store.js';
import { lockEntities, lockSchema } from './locks.js';
import type { FactStatements } from './statements.js';
import { TouchedEntities } from './touched-entities.js';

export interface BatchContext {
  readonly tx: Transaction;
  readonly statements: FactStatements;
  readonly numbers: FactNumbers;
  readonly schemas: SchemaSource;
  /** More touched entities than this and the batch runs alone. */
  readonly entityLocks: number;
}

interface StoredIntervals {
  readonly rows: readonly KnownInterval[];
  readonly findings: readonly KnownInterval[];
}

const NOTHING_STORED: StoredIntervals = { rows: [], findings: [] };

/** What a batch changed. */
export interface FactChange extends ChangeCounts {
  /** The cells touched, with what was added to each. */
  readonly cells: readonly CellDelta[];
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
    const alone = amendments.length > 0 || this.touched.size > this.context.entityLocks;
    await lockSchema(tx, statements.schema, alone ? 'exclusive' : 'shared');
    await this.history.insertAmendments(amendments);
    await this.history.markTargets(amendments);
    const amended = await this.history.amendedAmong(events.map(({ event }) => event.id));
    const linked = events
      .map(({ event }) => event)
      .filter((event) => isAmendment(event) || amended.has(event.id));
    await this.touchChains(linked);
    if (!alone) await lockEntities(tx, statements.schema, this.touched.keys());
    const cells = new CellSum([...numbers.keys()].flatMap((fact) => fact.measures));
    const writer = new ChangeWriter(tx, statements, cells);
    await this.revise(await this.history.read(this.touched.all(), linked), writer);
    await this.history.insert(incoming, amended);
    const counts = await writer.flush();
    const deltas = cells.deltas();
    await writeCells(tx, statements, deltas);
    return { ...counts, cells: deltas };
  }

  /** An amendment concerns every entity in its chain, and so does a target that arrives after it. */
  private async touchChains(linked: readonly FactEvent[]): Promise<void> {
    if (linked.length === 0) return;
    const recorded = new Map(linked.map((event) => [event.id, event.recordedTime]));
    for (const { seed, fact, entity } of await this.history.chainEntities([...recorded.keys()])) {
      this.touched.touch(fact, entity, recorded.get(seed)!);
    }
  }

  private async revise(histories: readonly EntityHistory[], writer: ChangeWriter): Promise<void> {
    const known = histories.filter(({ isNew }) => !isNew);
    const stored = await this.storedIntervals(known);
    for (const history of histories) {
      const { fact, number, entity, since } = history.entity;
      const revision = reviseEntity({
        fact,
        entity,
        members: history.members,
        since,
        stored: stored.get(history) ?? NOTHING_STORED,
      });
      writer.add(number, entity, revision);
    }
  }

  private async storedIntervals(
    histories: readonly EntityHistory[],
  ): Promise<Map<EntityHistory, StoredIntervals>> {
    if (histories.length === 0) return new Map();
    const { rowIntervals, findingIntervals } = this.context.statements;
    const reach = {
      fact: histories.map(({ entity }) => entity.number),
      entity: histories.map(({ entity }) => entity.entity),
      since: histories.map(({ entity }) => entity.since),
    };
    const rows = await this.readIntervals(rowIntervals, reach);
    const findings = await this.readIntervals(findingIntervals, reach);
    return new Map(
      histories.map((history, i) => [
        history,
        { rows: rows.get(i + 1) ?? [], findings: findings.get(i + 1) ?? [] },
      ]),
    );
  }

  private async readIntervals(
    statement: FactStatements['rowIntervals'],
    reach: Parameters<FactStatements['rowIntervals']['bind']>[0],
  ): Promise<Map<number, KnownInterval[]>> {
    const byNumber = new Map<number, KnownInterval[]>();
    const rows = await this.context.tx.prepared<KnownInterval & { number: number }>(
      statement,
      statement.bind(reach),
    );
    for (const { number, id, knownFrom, knownUntil } of rows) {
      const intervals = byNumber.get(number) ?? [];
      intervals.push({ id, knownFrom, knownUntil });
      byNumber.set(number, intervals);
    }
    return byNumber;
  }
}
