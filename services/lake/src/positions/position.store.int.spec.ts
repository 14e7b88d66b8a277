import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { origin } from '../fixtures/candidates.fixture.spec.js';
import { lakeDatabase, type LakeDatabase } from '../fixtures/lake-database.fixture.spec.js';
import { advancePartition, claimPartition, readPartition } from './position.store.js';

let databases: LakeDatabase;
beforeAll(async () => {
  databases = await lakeDatabase('positions');
});
afterAll(() => databases.drop());

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
    expect(await advancePartition(databases.lake, origin(1), first, { nextOffset: 7n, accepted: 5 })).toBe(
      true,
    );
    expect(await claimPartition(databases.lake, origin(1))).toEqual({
      epoch: first.epoch + 1,
      nextOffset: 7n,
      position: 5,
    });
  });

  it('given an older epoch or another offset, when advanced, then nothing moves', async () => {
    const first = await claimPartition(databases.lake, origin(2));
    const second = await claimPartition(databases.lake, origin(2));
    const step = { nextOffset: 9n, accepted: 9 };
    expect(await advancePartition(databases.lake, origin(2), first, step)).toBe(false);
    expect(await advancePartition(databases.lake, origin(2), { ...second, nextOffset: 3n }, step)).toBe(
      false,
    );
    expect(await readPartition(databases.lake, origin(2))).toEqual(second);
  });

  it('given a commit under way, when claimed, then the claim waits and sees it', async () => {
    const first = await claimPartition(databases.lake, origin(3));
    let claim: ReturnType<typeof claimPartition> | undefined;
    await databases.lake.transaction(async (tx) => {
      await advancePartition(tx, origin(3), first, { nextOffset: 2n, accepted: 2 });
      claim = claimPartition(databases.lake, origin(3));
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await claim).toMatchObject({ nextOffset: 2n, position: 2 });
  });
});
