import { describe, expect, it } from '@jest/globals';
import { NO_STATE } from '../core/timeline.js';
import type { PlainHistory } from '../core/append.js';
import type { Remembered } from '../core/continued.js';
import { clubEvent } from '../testing/club.js';
import { HistoryCache } from './history-cache.js';

const history = (events: number): PlainHistory => ({
  members: Array.from({ length: events }, (_, i) => clubEvent({ members: ['ann'], recorded: i })),
  state: NO_STATE,
});

/** A batch of one entity, from asking to settling. */
async function folded(
  cache: HistoryCache,
  generation: number | undefined,
  key: string,
  next: Remembered = history(3),
) {
  const lease = cache.lease(generation);
  const [found] = await lease.take([key]);
  lease.keep(key, next);
  lease.settle(true);
  return found;
}

describe('remembered histories', () => {
  it('given the same owner of everything, finds what the last batch left', async () => {
    const cache = new HistoryCache(100);
    const left = history(3);
    expect(await folded(cache, 1, 'a', left)).toBeUndefined();
    expect(await folded(cache, 1, 'a')).toBe(left);
  });

  it('given a claim in between, or a partition of somebody else, remembers nothing', async () => {
    const cache = new HistoryCache(100);
    await folded(cache, 1, 'a');
    for (const generation of [2, undefined, undefined, 2])
      expect(await folded(cache, generation, 'a')).toBeUndefined();
  });

  it('given a batch that failed, forgets what it took', async () => {
    const cache = new HistoryCache(100);
    await folded(cache, 1, 'a');
    const lease = cache.lease(1);
    await lease.take(['a']);
    lease.keep('a', history(4));
    lease.settle(false);
    expect(await folded(cache, 1, 'a')).toBeUndefined();
  });

  it('given an earlier batch that has not settled yet, a later one of the same entity waits for what it brings', async () => {
    const cache = new HistoryCache(100);
    const [earlier, later] = [cache.lease(1), cache.lease(1)];
    const left = history(3);
    earlier.keep('a', left);
    const order: string[] = [];
    const waiting = later.take(['b', 'a']).finally(() => order.push('later'));
    expect(await cache.lease(1).take(['b'])).toEqual([undefined]);
    order.push('others');
    earlier.settle(true);
    expect(await waiting).toEqual([undefined, left]);
    expect(order).toEqual(['others', 'later']);
  });

  it.each([
    ['gave up', 1, false],
    ['was of owners before', 2, true],
  ] as const)(
    'given an earlier batch that %s, a later one waits for nothing',
    async (_, generation, isCommitted) => {
      const cache = new HistoryCache(100);
      const [earlier, later] = [cache.lease(1), cache.lease(generation)];
      earlier.keep('a', history(3));
      const taken = later.take(['a']);
      earlier.settle(isCommitted);
      expect(await taken).toEqual([undefined]);
    },
  );

  it('given more than it may hold, forgets the least recently used; short histories are not kept', async () => {
    const cache = new HistoryCache(9);
    await folded(cache, 1, 'short', history(2));
    for (const key of ['a', 'b', 'c', 'a', 'd']) await folded(cache, 1, key);
    const kept = await cache.lease(1).take(['a', 'b', 'c', 'd', 'short']);
    expect(kept.map((found) => found !== undefined)).toEqual([true, false, true, true, false]);
  });

  it('counts what it remembers without a history as little as it is, and remembers it from the first event on', async () => {
    const cache = new HistoryCache(4);
    const edge = { time: 1, recordedTime: 1 };
    const continued = { past: {}, size: 0, all: edge, mattering: edge };
    for (const key of ['a', 'b', 'c', 'd']) await folded(cache, 1, key, continued);
    expect(await folded(cache, 1, 'a', continued)).toBe(continued);
    await folded(cache, 1, 'e', { ...continued, size: 2 });
    expect(await folded(cache, 1, 'b')).toBeUndefined();
  });
});
