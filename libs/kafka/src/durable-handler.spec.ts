// Not a suite: what the contract's suites share.
import { RetryableError } from '@minhai/errors';
import type { BatchHandler, OutgoingRecord, RecordBatch, TopicPartition } from './port.js';

/** A handler whose effects and offsets are one thing, as they are in one database transaction. */
export class DurableHandler implements BatchHandler {
  readonly effects: string[] = [];
  readonly offsets = new Map<number, bigint>();
  readonly assignments: number[] = [];
  readonly held = new Set<number>();

  constructor(
    private readonly before: (batch: RecordBatch, handler: DurableHandler) => Promise<void> | void = () =>
      undefined,
  ) {}

  async assigned({ partition }: TopicPartition): Promise<bigint> {
    this.assignments.push(partition);
    this.held.add(partition);
    return this.offsets.get(partition) ?? 0n;
  }

  revoked({ partition }: TopicPartition): void {
    this.held.delete(partition);
  }

  async handle(batch: RecordBatch): Promise<bigint> {
    await this.before(batch, this);
    return this.commit(batch);
  }

  commit(batch: RecordBatch): bigint {
    if (batch.isStale()) throw new RetryableError('UNAVAILABLE', 'fenced');
    for (const { value, offset } of batch.records) {
      this.effects.push(value!.toString());
      this.offsets.set(batch.partition, offset + 1n);
    }
    return this.offsets.get(batch.partition)!;
  }
}

export const numbered = (from: number, to: number): OutgoingRecord[] =>
  Array.from({ length: to - from }, (_, index) => ({
    key: Buffer.from(`key-${from + index}`),
    value: Buffer.from(`value-${from + index}`),
    headers: { ce_id: Buffer.from([0xff, index & 0xff]) },
  }));

export const values = (from: number, to: number): string[] =>
  numbered(from, to).map(({ value }) => value!.toString());

export const eventually = async (condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
