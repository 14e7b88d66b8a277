import { RetryableError } from '@minhai/errors';
import type { PartitionSession } from '../partition-session.js';
import type { IncomingRecord, RecordBatch } from '../port.js';

/** What a batch asks the consumer that fetched it. */
export interface BatchOwner {
  heartbeat(): Promise<void>;
  /** True when the broker must have given the partitions to somebody else by now. */
  sessionExpired(): boolean;
}

export class LiveBatch implements RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly highWatermark: bigint;

  constructor(
    readonly records: readonly IncomingRecord[],
    private readonly session: PartitionSession,
    private readonly owner: BatchOwner,
  ) {
    this.topic = session.topic;
    this.partition = session.partition;
    this.highWatermark = session.highWatermark;
  }

  async heartbeat(): Promise<void> {
    if (!this.isStale()) await this.owner.heartbeat();
    if (this.isStale()) throw new RetryableError('UNAVAILABLE', 'the partition was taken away');
  }

  isStale(): boolean {
    return this.session.revoked || this.owner.sessionExpired();
  }
}
