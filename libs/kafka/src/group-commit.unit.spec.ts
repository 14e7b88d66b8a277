import { describe, expect, it } from '@jest/globals';
import { CrashError, RetryableError } from '@minhai/errors';
import { GroupCommit } from './group-commit.js';

interface Work {
  readonly partition: number;
  readonly events: number;
}

const work = (partition: number, events = 1): Work => ({ partition, events });

/** Groups, which end when they are told to; `groups` are the partitions of each that began. */
function gathering(options: {
  events: number;
  gatherMs: number;
  concurrency: number;
  fails?: (group: readonly Work[]) => Error | undefined;
  isOfOne?: (error: unknown) => boolean;
}) {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const commits = new GroupCommit<Work, number>({
    ...options,
    partitionOf: ({ partition }) => `${partition}`,
    eventsOf: ({ events }) => events,
    commit: async (group) => {
      groups.push(group.map(({ partition }) => partition));
      await new Promise<void>((resolve) => ends.push(resolve));
      const failure = options.fails?.(group);
      if (failure) throw failure;
      return group.map(({ partition }) => partition);
    },
  });
  return { commits, groups, ends };
}

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('works that are committed together', () => {
  it('given small ones of several partitions, waits a little and commits one group; each hears its own', async () => {
    const { commits, groups, ends } = gathering({ events: 100, gatherMs: 5, concurrency: 1 });
    const told = Promise.all([0, 1, 2].map((partition) => commits.commit(work(partition))));
    expect(groups).toEqual([]);
    await aWhile();
    expect(groups).toEqual([[0, 1, 2]]);
    ends[0]!();
    expect(await told).toEqual([0, 1, 2]);
  });

  it('given enough events, waits for nobody; what comes meanwhile is the next group', async () => {
    const { commits, groups, ends } = gathering({ events: 10, gatherMs: 60_000, concurrency: 1 });
    void commits.commit(work(0, 10));
    expect(groups).toEqual([[0]]);
    for (const partition of [1, 2, 3]) void commits.commit(work(partition, 6));
    expect(groups).toHaveLength(1);
    ends[0]!();
    await aWhile();
    expect(groups).toEqual([[0], [1, 2]]);
  });

  it('given two works of one partition, never commits them in the same group', async () => {
    const { commits, groups } = gathering({ events: 10, gatherMs: 1, concurrency: 2 });
    void commits.commit(work(0));
    void commits.commit(work(0));
    await aWhile();
    expect(groups).toEqual([[0], [0]]);
  });

  it('given more groups than may run, the rest waits', async () => {
    const { commits, groups, ends } = gathering({ events: 1, gatherMs: 1, concurrency: 2 });
    for (const partition of [0, 1, 2]) void commits.commit(work(partition));
    await aWhile();
    expect([groups, commits.isBusy]).toEqual([[[0], [1]], true]);
    ends[1]!();
    await aWhile();
    expect(groups).toEqual([[0], [1], [2]]);
  });

  it('given an error, all of the group hear it, and the next group goes on', async () => {
    const fails = (group: readonly Work[]) =>
      group.length > 1 ? new RetryableError('UNAVAILABLE', 'the database is away') : undefined;
    const { commits, groups, ends } = gathering({ events: 2, gatherMs: 60_000, concurrency: 1, fails });
    const told = [0, 1].map((partition) => commits.commit(work(partition)));
    ends[0]!();
    for (const one of told) await expect(one).rejects.toMatchObject({ policy: 'retry' });
    void commits.commit(work(2, 2));
    expect(groups).toEqual([[0, 1], [2]]);
  });

  it('given an error that may be that of one, each is committed by itself: the good get through, the bad hears why', async () => {
    const fails = (group: readonly Work[]) =>
      group.some(({ partition }) => partition === 1) ? new CrashError('HANDLER_ERROR', 'bad') : undefined;
    const isOfOne = (error: unknown) => error instanceof CrashError;
    const { commits, groups, ends } = gathering({
      events: 3,
      gatherMs: 60_000,
      concurrency: 1,
      fails,
      isOfOne,
    });
    const told = Promise.allSettled([0, 1, 2].map((partition) => commits.commit(work(partition))));
    for (const turn of [0, 1, 2, 3]) {
      await aWhile();
      ends[turn]!();
    }
    expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[0, 1, 2], [0], [1], [2]]);
  });
});
