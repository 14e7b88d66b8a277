import type { ConsumerProgress, IncomingRecord, TopicPartition } from './port.js';

export const partitionKey = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;

/** One partition for as long as this consumer holds it; a later assignment of the same partition is another session. */
export class PartitionSession implements TopicPartition {
  readonly topic: string;
  readonly partition: number;
  /** False until the handler said where to read, and while a failed batch waits to be repeated. */
  open = false;
  revoked = false;
  failures = 0;
  nextOffset = 0n;
  highWatermark = 0n;

  constructor({ topic, partition }: TopicPartition) {
    this.topic = topic;
    this.partition = partition;
  }

  get id(): TopicPartition {
    return { topic: this.topic, partition: this.partition };
  }

  get lag(): bigint {
    return this.highWatermark > this.nextOffset ? this.highWatermark - this.nextOffset : 0n;
  }

  progress(): ConsumerProgress {
    return { ...this.id, nextOffset: this.nextOffset, highWatermark: this.highWatermark };
  }

  resumeAt(offset: bigint, highWatermark: bigint): void {
    this.nextOffset = offset;
    this.highWatermark = highWatermark;
    this.open = true;
  }

  /** The handler did its work up to, not including, `offset`. */
  advance(offset: bigint): void {
    this.nextOffset = offset;
    this.failures = 0;
    if (this.highWatermark < offset) this.highWatermark = offset;
  }
}

/** Records from `offset` on; the same array when none is below. Offsets ascend. */
export const recordsFrom = <R extends IncomingRecord>(
  records: readonly R[],
  offset: bigint,
): readonly R[] => {
  const first = records[0];
  if (!first || first.offset >= offset) return records;
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (records[middle]!.offset < offset) low = middle + 1;
    else high = middle;
  }
  return records.slice(low);
};
