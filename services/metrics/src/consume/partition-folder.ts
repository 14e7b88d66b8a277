import { CrashError, RetryableError } from '@minhai/errors';
import type { ApplyOutcome, PartitionClaim, PositionedEvent } from '@minhai/facts/store';
import type { BatchGroups } from './batch-groups.js';
import type { LakeReader } from './lake.reader.js';

const PAGE_EVENTS = 2_000;

type Fenced = Extract<ApplyOutcome, { outcome: 'fenced' }>;

/** What a batch did. */
export type Folded = { readonly outcome: 'applied'; readonly events: number } | Fenced;

export interface PartitionPlace {
  readonly domain: string;
  readonly partition: number;
}

type Applied = Extract<ApplyOutcome, { outcome: 'applied' }>;

/**
 * Folds one partition, from Kafka or from the lake, under one claim. Both may run at the same time: the engine
 * locks the partition for each batch and drops what it already has.
 */
export class PartitionFolder {
  private nextOffset: bigint;
  private position: number;
  private batches = 0;

  constructor(
    private readonly groups: Pick<BatchGroups, 'commit'>,
    private readonly lake: LakeReader,
    readonly place: PartitionPlace,
    private readonly claim: PartitionClaim,
  ) {
    this.nextOffset = claim.nextOffset;
    this.position = claim.position;
  }

  /** The newest position this process knows to be folded in. */
  get folded(): number {
    return this.position;
  }

  /** Whether a Kafka batch is being folded. */
  get isBusy(): boolean {
    return this.batches > 0;
  }

  /** Events of a Kafka batch. Positions that Kafka no longer holds are read from the lake first. */
  async fold(events: readonly PositionedEvent[], nextOffset: bigint): Promise<Folded> {
    this.batches++;
    try {
      return await this.foldBatch(events, nextOffset);
    } finally {
      this.batches--;
    }
  }

  /** Folds everything below position `end` from the lake. */
  async catchUp(end: number): Promise<Folded> {
    let events = 0;
    while (this.position + 1 < end) {
      const page = await this.lake.page({ ...this.place, from: this.position + 1, to: end }, PAGE_EVENTS);
      if (page[0]?.position !== this.position + 1) {
        throw new RetryableError(
          'UNAVAILABLE',
          `position ${this.position + 1} is not visible in the lake yet`,
        );
      }
      const outcome = await this.apply(page, this.nextOffset);
      if (outcome.outcome === 'gap')
        throw new CrashError('HANDLER_ERROR', `the lake has a gap at ${outcome.expected}`);
      const folded = this.settle(outcome, this.nextOffset);
      if (folded.outcome === 'fenced') return folded;
      events += folded.events;
    }
    return { outcome: 'applied', events };
  }

  private async foldBatch(events: readonly PositionedEvent[], nextOffset: bigint): Promise<Folded> {
    const outcome = await this.apply(events, nextOffset);
    if (outcome.outcome !== 'gap') return this.settle(outcome, nextOffset);
    const filled = await this.catchUp(outcome.received);
    if (filled.outcome === 'fenced') return filled;
    const again = await this.apply(events, nextOffset);
    if (again.outcome === 'gap') {
      throw new CrashError(
        'HANDLER_ERROR',
        `position ${again.expected} is missing after it was read from the lake`,
      );
    }
    return this.settle(again, nextOffset);
  }

  private apply(events: readonly PositionedEvent[], nextOffset: bigint): Promise<ApplyOutcome> {
    return this.groups.commit({ ...this.place, epoch: this.claim.epoch, nextOffset, events });
  }

  private settle(outcome: Applied | Fenced, nextOffset: bigint): Folded {
    if (outcome.outcome === 'fenced') return outcome;
    this.position = Math.max(this.position, outcome.position);
    if (nextOffset > this.nextOffset) this.nextOffset = nextOffset;
    return { outcome: 'applied', events: outcome.events };
  }
}
