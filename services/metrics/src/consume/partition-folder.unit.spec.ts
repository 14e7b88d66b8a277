import { describe, expect, it } from '@jest/globals';
import type { ApplyOutcome, EventBatch, PositionedEvent } from '@minhai/facts/store';
import type { LakeReader, PageRequest } from './lake.reader.js';
import { PartitionFolder } from './partition-folder.js';

const events = (...positions: number[]): PositionedEvent[] =>
  positions.map((position) => ({ position }) as PositionedEvent);

/** An engine that keeps positions as the real one does, and a lake that holds positions 1 to `newest`. */
function folding({ position = 0, newest = 0, epoch = 1 }) {
  const applied: EventBatch[] = [];
  let current = position;
  const commit = async (batch: EventBatch): Promise<ApplyOutcome> => {
    if (batch.epoch !== epoch) return { outcome: 'fenced', isOurs: false };
    const first = batch.events.find((event) => event.position > current)?.position;
    if (first !== undefined && first > current + 1)
      return { outcome: 'gap', expected: current + 1, received: first };
    const fresh = batch.events.filter((event) => event.position > current);
    current = fresh.at(-1)?.position ?? current;
    applied.push(batch);
    return { outcome: 'applied', position: current, events: fresh.length };
  };
  const page = async ({ from, to }: PageRequest) =>
    events(...Array.from({ length: newest }, (_, i) => i + 1).filter((n) => n >= from && n < to));
  const lake = { page } as unknown as LakeReader;
  const claim = { epoch: 1, nextOffset: 0n, position };
  return { folder: new PartitionFolder({ commit }, lake, { domain: 'ref', partition: 0 }, claim), applied };
}

describe('folding a partition', () => {
  it('given positions in order, folds them and moves on', async () => {
    const { folder } = folding({});
    expect(await folder.fold(events(1, 2, 3), 3n)).toEqual({ outcome: 'applied', events: 3 });
    expect(folder.folded).toBe(3);
  });

  it('given a gap, fills it from the lake without moving the Kafka offset, then folds the batch', async () => {
    const { folder, applied } = folding({ position: 2, newest: 9 });
    expect(await folder.fold(events(7, 8), 50n)).toEqual({ outcome: 'applied', events: 2 });
    expect(
      applied.map((batch) => [batch.nextOffset, ...batch.events.map((event) => event.position)]),
    ).toEqual([
      [0n, 3, 4, 5, 6],
      [50n, 7, 8],
    ]);
  });

  it('given a gap the lake does not show yet, asks to be tried again', async () => {
    const { folder } = folding({ position: 2, newest: 2 });
    await expect(folder.fold(events(7), 50n)).rejects.toMatchObject({ policy: 'retry' });
    expect(folder.isBusy).toBe(false);
  });

  it('given another owner, says so and does nothing', async () => {
    const { folder, applied } = folding({ epoch: 2, newest: 5 });
    expect(await folder.fold(events(1), 1n)).toEqual({ outcome: 'fenced', isOurs: false });
    expect(await folder.catchUp(6)).toEqual({ outcome: 'fenced', isOurs: false });
    expect(applied).toEqual([]);
  });

  it('catches up to the end of the lake', async () => {
    const { folder } = folding({ newest: 5 });
    expect(await folder.catchUp(6)).toEqual({ outcome: 'applied', events: 5 });
    expect(folder.folded).toBe(5);
  });
});
