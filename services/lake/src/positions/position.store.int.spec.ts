import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { origin } from '../fixtures/candidates.fixture.spec.js';
import { lakeDatabase, type LakeDatabase } from '../fixtures/lake-database.fixture.spec.js';
import { advancePartitions, claimPartition, readPartition, type PartitionState } from './position.store.js';

let databases: LakeDatabase;
beforeAll(async () => {
  databases = await lakeDatabase('positions');
});
afterAll(() => databases.drop());

const step = (partition: number, from: PartitionState, nextOffset: bigint, accepted: number) => ({
  origin: origin(partition),
  from,
  nextOffset,
  accepted,
});

describe('intake partition', () => {
  it('given a partition never seen, when claimed, then it starts at offset 0 and position 0', async () => {
    expect(await claimPartition(databases.lake, origin(0))).toEqual({
      epoch: 1,
      nextOffset: 0n,
      position: 0,
    });
  });

  it('given a claim, when claimed again, then the epoch rises and the place is kept', async () => {
    const first = await claimPartition(databases.lake, origin(1));
    expect(await advancePartitions(databases.lake, [step(1, first, 7n, 5)])).toBe(true);
    expect(await claimPartition(databases.lake, origin(1))).toEqual({
      epoch: first.epoch + 1,
      nextOffset: 7n,
      position: 5,
    });
  });

  it('given an older epoch or another offset, when advanced, then nothing moves', async () => {
    const first = await claimPartition(databases.lake, origin(2));
    const second = await claimPartition(databases.lake, origin(2));
    for (const from of [first, { ...second, nextOffset: 3n }])
      expect(await advancePartitions(databases.lake, [step(2, from, 9n, 9)])).toBe(false);
    expect(await readPartition(databases.lake, origin(2))).toEqual(second);
  });

  it('given several partitions, tells when one of them moved', async () => {
    const [one, two] = [
      await claimPartition(databases.lake, origin(4)),
      await claimPartition(databases.lake, origin(5)),
    ];
    const advance = (steps: readonly ReturnType<typeof step>[]) =>
      databases.lake.transaction((tx) => advancePartitions(tx, steps));
    expect(await advance([step(4, one, 1n, 1), step(5, { ...two, epoch: 0 }, 1n, 1)])).toBe(false);
    const moved = await readPartition(databases.lake, origin(4));
    expect(await advance([step(4, moved, 3n, 1), step(5, two, 4n, 2)])).toBe(true);
    expect(await readPartition(databases.lake, origin(5))).toMatchObject({ nextOffset: 4n, position: 2 });
  });

  it('given a commit under way, when claimed, then the claim waits and sees it', async () => {
    const first = await claimPartition(databases.lake, origin(3));
    let claim: ReturnType<typeof claimPartition> | undefined;
    await databases.lake.transaction(async (tx) => {
      await advancePartitions(tx, [step(3, first, 2n, 2)]);
      claim = claimPartition(databases.lake, origin(3));
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await claim).toMatchObject({ nextOffset: 2n, position: 2 });
  });
});
