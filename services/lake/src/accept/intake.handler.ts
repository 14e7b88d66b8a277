import { CrashError, RetryableError } from '@minhai/errors';
import type { Catalogue, Limits } from '@minhai/events';
import {
  GroupCommit,
  type BatchHandler,
  type IncomingRecord,
  type RecordBatch,
  type TopicPartition,
} from '@minhai/kafka';
import type { Database } from '@minhai/postgres';
import type { Failpoints } from '../failpoints/failpoints.js';
import { claimPartition, readPartition, type PartitionKey } from '../positions/position.store.js';
import type { AcceptedRecord } from '../publish/accepted-record.js';
import { holdForFault } from '../quarantine/held-record.js';
import { isUndone, type Acceptance, type Slice, type SliceAcceptor } from './accept-slice.js';
import { liesInData, narrowed } from './data-fault.js';
import type { PlacedEvent } from './event.store.js';
import { firstSlice, type SliceLimits } from './first-slice.js';
import { judgeBatch, type Judgement } from './judge-batch.js';
import { Pace } from './pace.js';
import type { PartitionOutlet, Tenure } from './tenure.js';
import { Turns } from './turns.js';

export interface Outlets<Outlet extends PartitionOutlet = PartitionOutlet> {
  openPartition(key: PartitionKey, committed: number): Promise<Outlet>;
  closePartition(outlet: Outlet): Promise<void>;
  /** Resolves when more accepted events may be held in memory. */
  room(): Promise<void>;
}

export type Committed = Extract<Acceptance, { outcome: 'committed' }>;

export interface IntakeObserver {
  committed(domain: string, acceptance: Committed, seconds: number): void;
  /** Something in these records makes our own code or PostgreSQL fail; they are tried again in smaller parts. */
  faulted(partition: TopicPartition, records: readonly IncomingRecord[], fault: unknown): void;
}

export interface IntakeParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly limits: Limits;
  readonly sliceLimits: SliceLimits;
  readonly acceptor: SliceAcceptor;
  readonly outlets: Outlets;
  readonly observer: IntakeObserver;
  readonly failpoints: Failpoints;
  /** Intake topic → domain. */
  readonly domains: ReadonlyMap<string, string>;
}

interface Work {
  readonly tenure: Tenure;
  readonly batch: RecordBatch;
}

const MOST_TRIES = 3;
/** How long a slice of few records waits for those of other partitions. */
const GATHER_MS = 2;
/** One commits while the next is judged and sent. */
const TRANSACTIONS = 2;
const keyOf = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;

/**
 * Reads intake batches into the lake, one slice a call; slices of different partitions are committed together. Offsets live in PostgreSQL beside their effects; Kafka's are a
 * hint. Whatever ends a batch in the dark (a commit without reply) is settled by the next claim of the partition,
 * which waits for it and reads where things stand.
 */
export class IntakeHandler implements BatchHandler {
  private readonly tenures = new Map<string, Tenure>();
  private readonly turns = new Turns();
  private readonly pace: Pace;
  private readonly groups: GroupCommit<Slice, Acceptance>;

  constructor(private readonly parts: IntakeParts) {
    const { sliceLimits, acceptor } = parts;
    this.pace = new Pace(sliceLimits.records);
    this.groups = new GroupCommit({
      events: sliceLimits.records,
      gatherMs: GATHER_MS,
      concurrency: TRANSACTIONS,
      partitionOf: ({ origin }) => keyOf(origin),
      eventsOf: ({ candidates, held }) => candidates.length + held.length,
      commit: (slices) => acceptor.acceptTogether(slices),
      isOfOne: (error) => isUndone(error) || liesInData(error),
    });
  }

  assigned(partition: TopicPartition): Promise<bigint> {
    return this.turns.take(keyOf(partition), () => this.begin(partition));
  }

  revoked(partition: TopicPartition): void {
    void this.turns.take(keyOf(partition), () => this.end(partition));
  }

  async handle(batch: RecordBatch): Promise<bigint> {
    const tenure = this.tenures.get(keyOf(batch));
    if (!tenure) throw takenAway();
    await this.parts.outlets.room();
    if (batch.isStale()) throw takenAway();
    const slice = firstSlice(batch.records, { ...this.parts.sliceLimits, records: this.pace.records });
    await this.pace.of(() => this.accept({ tenure, batch }, slice, 1));
    return tenure.state.nextOffset;
  }

  private async begin(partition: TopicPartition): Promise<bigint> {
    const domain = this.parts.domains.get(partition.topic);
    if (domain === undefined)
      throw new CrashError('HANDLER_ERROR', `${partition.topic} is no intake topic of the catalogue`);
    await this.end(partition);
    const origin = { topic: partition.topic, domain, partition: partition.partition };
    const state = await claimPartition(this.parts.database, origin);
    const outlet = await this.parts.outlets.openPartition(origin, state.position);
    this.tenures.set(keyOf(partition), { origin, outlet, state, expectRepeats: false });
    return state.nextOffset;
  }

  private async end(partition: TopicPartition): Promise<void> {
    const tenure = this.tenures.get(keyOf(partition));
    this.tenures.delete(keyOf(partition));
    if (tenure) await this.parts.outlets.closePartition(tenure.outlet);
  }

  /** A fault that lies in the data is narrowed down: the whole slice, then parts, then each record by itself. */
  private async accept(work: Work, records: readonly IncomingRecord[], attempt: number): Promise<void> {
    const { catalogue, limits, observer } = this.parts;
    const { origin } = work.tenure;
    try {
      await this.commit(work, records, judgeBatch(records, { catalogue, limits, domain: origin.domain }));
    } catch (fault) {
      if (!liesInData(fault)) throw fault;
      observer.faulted(origin, records, fault);
      if (records.length === 1 || attempt === MOST_TRIES) return this.holdAll(work, records, fault);
      for (const part of narrowed(records, attempt)) {
        await work.batch.heartbeat();
        await this.accept(work, part, attempt + 1);
      }
    }
  }

  private holdAll(work: Work, records: readonly IncomingRecord[], fault: unknown): Promise<void> {
    return this.commit(work, records, {
      candidates: [],
      held: records.map((record) => holdForFault(record, fault)),
    });
  }

  private async commit(work: Work, records: readonly IncomingRecord[], judgement: Judgement): Promise<void> {
    const { acceptor, failpoints, observer } = this.parts;
    const { tenure } = work;
    await failpoints.hit('lake.after-judge');
    const begun = performance.now();
    const place = { origin: tenure.origin, from: tenure.state, nextOffset: records.at(-1)!.offset + 1n };
    const slice = { ...judgement, ...place };
    const acceptance = await (tenure.expectRepeats
      ? acceptor.accept(slice, true)
      : this.groups.commit(slice));
    if (acceptance.outcome === 'moved') throw await this.reasonOfMove(work);
    await failpoints.hit('lake.after-commit');
    tenure.state = acceptance.state;
    tenure.expectRepeats = acceptance.repeats > 0;
    tenure.outlet.offer(acceptance.placed.map(acceptedRecord));
    observer.committed(tenure.origin.domain, acceptance, (performance.now() - begun) / 1000);
  }

  /** Fenced out although Kafka says the partition is ours: another process believes the same, so one must go. */
  private async reasonOfMove({ tenure, batch }: Work): Promise<Error> {
    if (batch.isStale() || this.tenures.get(keyOf(batch)) !== tenure) return takenAway();
    const { epoch } = await readPartition(this.parts.database, tenure.origin);
    if (epoch === tenure.state.epoch)
      return new RetryableError('UNAVAILABLE', 'an earlier try of this batch got through');
    return new CrashError('HANDLER_ERROR', `${keyOf(batch)} was taken over by another process`);
  }
}

const takenAway = (): RetryableError => new RetryableError('UNAVAILABLE', 'the partition was taken away');

const acceptedRecord = ({ candidate: { record }, position }: PlacedEvent): AcceptedRecord => ({
  position,
  record,
});
