import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '@minhai/events';
import type { Database, Transaction } from '@minhai/postgres';
import type { FactDefinition } from '../core/definition.js';
import { completed } from '../core/fact-event.js';
import type { MovedCell } from './cell-writer.js';
import type { SchemaSource } from './event-codec.js';
import { FactBatch, type BatchContext, type FactChange } from './fact-batch.js';
import { changedDefinitions, registerFacts, type FactNumbers } from './fact-registry.js';
import { HistoryCache } from './history-cache.js';
import { entityLockLimit, lockSchema } from './locks.js';
import { factStatements, type FactStatements } from './statements.js';

export interface FactEngineOptions {
  readonly database: Database;
  /** The schema that `factMigrations` made tables in. */
  readonly schema: string;
  readonly facts: readonly FactDefinition[];
  /** Decodes stored payloads: the event catalogue. */
  readonly schemas: SchemaSource;
  /** Told in the transaction of a batch what it moved. */
  readonly moved?: (tx: Transaction, cells: readonly MovedCell[]) => Promise<void>;
  /** Events of histories kept in memory; 0 for none. Default 40,000, some 60 MB. */
  readonly rememberedEvents?: number;
}

/** The right to fold one partition, until somebody else claims it. */
export interface PartitionClaim {
  readonly epoch: number;
  /** Kafka offset to resume from. */
  readonly nextOffset: bigint;
  /** Lake position of the newest event folded in; 0 for none. */
  readonly position: number;
}

export interface PositionedEvent {
  readonly position: number;
  /** The engine keeps and completes it. */
  readonly event: DomainEvent;
  /** The framed Avro bytes of the event. */
  readonly value: Buffer;
}

export interface EventBatch {
  readonly domain: string;
  readonly partition: number;
  readonly epoch: number;
  /** Kafka offset after the batch. */
  readonly nextOffset: bigint;
  /** In position order; repeats are allowed. */
  readonly events: readonly PositionedEvent[];
}

export type ApplyOutcome =
  | { readonly outcome: 'applied'; readonly position: number; readonly events: number }
  /** Nothing was done: events from `expected` to `received` − 1 are missing and must come first. */
  | { readonly outcome: 'gap'; readonly expected: number; readonly received: number }
  /**
   * Nothing was done: the claim no longer holds. `isOurs`: this engine was the last to claim, so a rebuild fenced it
   * out (or it claimed again itself); else another one has the partition now.
   */
  | { readonly outcome: 'fenced'; readonly isOurs: boolean };

/** What became of each batch, in their order, and what those applied changed together. */
export interface Applied {
  readonly outcomes: readonly ApplyOutcome[];
  readonly change: FactChange;
}

type Lease = ReturnType<HistoryCache['lease']>;

/** What the engine learns from the database before its first batch. */
interface Registration {
  readonly numbers: FactNumbers;
  readonly entityLocks: number;
}

const REMEMBERED_EVENTS = 40_000;

const NO_CHANGE: FactChange = {
  rowsOpened: 0,
  rowsClosed: 0,
  findingsOpened: 0,
  findingsClosed: 0,
  cells: [],
};

/**
 * Keeps rows, findings and cells equal to what the facts derive from the set of events folded in so far, whatever
 * their order, however often they come, and however many processes fold. Errors: RetryableError when the database
 * is away or the outcome of a commit is unknown (claim again, repeat); CrashError for a broken fold or changed
 * fact definitions.
 */
export class FactEngine {
  private readonly statements: FactStatements;
  private readonly cache: HistoryCache;
  /** Names this engine among the owners of partitions. */
  private readonly owner = randomUUID();
  private registration: Promise<Registration> | undefined;

  constructor(private readonly options: FactEngineOptions) {
    this.statements = factStatements(options.schema);
    this.cache = new HistoryCache(options.rememberedEvents ?? REMEMBERED_EVENTS);
  }

  /** Takes a partition over; whoever had it is fenced out from now on. */
  async claim(domain: string, partition: number): Promise<PartitionClaim> {
    const [claim] = await this.options.database.prepared<{
      epoch: number;
      nextOffset: string;
      position: number;
    }>(this.statements.claim, [domain, partition, this.owner]);
    // A rebuild renumbers the facts and fences every owner: what is read after the claim holds as long as it does.
    this.registration = undefined;
    await this.registered();
    return { ...claim!, nextOffset: BigInt(claim!.nextOffset) };
  }

  /** The facts whose definitions are not those that the tables were built with; none while the tables are empty. */
  changedDefinitions(): Promise<readonly string[]> {
    const { database, schema, facts } = this.options;
    return database.transaction((tx) => changedDefinitions(tx, schema, facts));
  }

  /** `applyAll` of one batch. */
  async apply(batch: EventBatch): Promise<ApplyOutcome & Partial<FactChange>> {
    const { outcomes, change } = await this.applyAll([batch]);
    const [outcome] = outcomes;
    return outcome!.outcome === 'applied' ? { ...outcome!, ...change } : outcome!;
  }

  /**
   * Folds batches of different partitions in, with their effects and the new positions in one transaction. Most of
   * what a small batch costs is the transaction.
   */
  async applyAll(batches: readonly EventBatch[]): Promise<Applied> {
    const registration = await this.registered();
    let lease: Lease | undefined;
    const begin = async (tx: Transaction): Promise<Lease> => (lease = await this.lease(tx));
    let isCommitted = false;
    try {
      const applied = await this.options.database.transaction(
        async (tx) => {
          try {
            return await this.applyIn(tx, batches, { ...registration, lease: () => begin(tx) });
          } catch (error) {
            // At once: before the work is tried again it waits for a connection, which others may hold that wait for it.
            lease?.settle(false);
            throw error;
          }
        },
        { retries: 3 },
      );
      isCommitted = true;
      return applied;
    } finally {
      lease?.settle(isCommitted);
    }
  }

  /** Within the locks of the batch: what is remembered holds only while no other engine has a partition. */
  private async lease(tx: Transaction): Promise<Lease> {
    const [row] = await tx.prepared<{ generation: number; ownsAll: boolean }>(this.statements.ownership, [
      this.owner,
    ]);
    return this.cache.lease(row?.ownsAll ? row.generation : undefined);
  }

  private async applyIn(
    tx: Transaction,
    batches: readonly EventBatch[],
    registration: Registration & Pick<BatchContext, 'lease'>,
  ): Promise<Applied> {
    const { statements } = this;
    const judged = await this.judge(tx, batches);
    const pending = judged.flatMap((one) => ('pending' in one ? one.pending : []));
    const events = pending.map(({ event, value }) => ({ event: completed(event), value }));
    const context = { tx, statements, schemas: this.options.schemas, ...registration };
    const change = events.length === 0 ? NO_CHANGE : await new FactBatch(context).fold(events);
    await this.options.moved?.(tx, change.cells);
    await this.advance(tx, batches, judged);
    return { outcomes: judged.map(outcomeOf), change };
  }

  /** Locks the partitions; answers what is to be folded of each, or why nothing is. */
  private async judge(tx: Transaction, batches: readonly EventBatch[]): Promise<Judged[]> {
    const { fence } = this.statements;
    const bound = fence.bind({
      domain: batches.map(({ domain }) => domain),
      partition: batches.map(({ partition }) => partition),
    });
    const claims: { epoch: number; position: number; owner: string }[] = [];
    for (const row of await tx.prepared<(typeof claims)[number] & { number: number }>(fence, bound))
      claims[row.number - 1] = row;
    return batches.map(({ epoch, events }, i) => {
      const claim = claims[i];
      if (claim?.epoch !== epoch) return { outcome: 'fenced', isOurs: claim?.owner === this.owner };
      return unseen(events, claim.position);
    });
  }

  private async advance(
    tx: Transaction,
    batches: readonly EventBatch[],
    judged: readonly Judged[],
  ): Promise<void> {
    const { advance } = this.statements;
    const columns = {
      domain: [] as string[],
      partition: [] as number[],
      next_offset: [] as bigint[],
      position: [] as number[],
    };
    judged.forEach((one, i) => {
      if (!('pending' in one)) return;
      const { domain, partition, nextOffset } = batches[i]!;
      columns.domain.push(domain);
      columns.partition.push(partition);
      columns.next_offset.push(nextOffset);
      columns.position.push(one.position);
    });
    if (columns.domain.length > 0) await tx.prepared(advance, advance.bind(columns));
  }

  private registered(): Promise<Registration> {
    this.registration ??= this.register().catch((error: unknown) => {
      this.registration = undefined;
      throw error;
    });
    return this.registration;
  }

  private register(): Promise<Registration> {
    const { database, schema, facts } = this.options;
    return database.transaction(async (tx) => {
      await lockSchema(tx, schema, 'exclusive');
      return { numbers: await registerFacts(tx, schema, facts), entityLocks: await entityLockLimit(tx) };
    });
  }
}

/** Of a batch: the events behind the position of its partition and the position after them, or why none is folded. */
type Judged =
  | { readonly pending: readonly PositionedEvent[]; readonly position: number }
  | Exclude<ApplyOutcome, { outcome: 'applied' }>;

const outcomeOf = (judged: Judged): ApplyOutcome =>
  'pending' in judged
    ? { outcome: 'applied', position: judged.position, events: judged.pending.length }
    : judged;

function unseen(events: readonly PositionedEvent[], position: number): Judged {
  const pending: PositionedEvent[] = [];
  let newest = position;
  for (const event of events) {
    if (event.position > newest + 1)
      return { outcome: 'gap', expected: newest + 1, received: event.position };
    if (event.position <= newest) continue;
    pending.push(event);
    newest++;
  }
  return { pending, position: newest };
}
