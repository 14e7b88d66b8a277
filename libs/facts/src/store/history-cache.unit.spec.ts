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
function folded(
  cache: HistoryCache,
  generation: number | undefined,
  key: string,
  next: Remembered = history(3),
) {
  const lease = cache.lease(generation);
  const found = lease.take(key);
  lease.keep(key, next);
  lease.settle(true);
  return found;
}

describe('remembered histories', () => {
  it('given the same owner of everything, finds what the last batch left', () => {
    const cache = new HistoryCache(100);
    const left = history(3);
    expect(folded(cache, 1, 'a', left)).toBeUndefined();
    expect(folded(cache, 1, 'a')).toBe(left);
  });

  it('given a claim in between, or a partition of somebody else, remembers nothing', () => {
    const cache = new HistoryCache(100);
    folded(cache, 1, 'a');
    expect(folded(cache, 2, 'a')).toBeUndefined();
    expect(folded(cache, undefined, 'a')).toBeUndefined();
    expect(folded(cache, undefined, 'a')).toBeUndefined();
    expect(folded(cache, 2, 'a')).toBeUndefined();
  });

  it('given a batch that failed, forgets what it took', () => {
    const cache = new HistoryCache(100);
    folded(cache, 1, 'a');
    const lease = cache.lease(1);
    lease.take('a');
    lease.keep('a', history(4));
    lease.settle(false);
    expect(folded(cache, 1, 'a')).toBeUndefined();
  });

  it('given a later batch that asked before an earlier one settled, drops what the earlier one brings', () => {
    const cache = new HistoryCache(100);
    const [earlier, later] = [cache.lease(1), cache.lease(1)];
    earlier.take('a');
    earlier.keep('a', history(3));
    later.take('a');
    const newest = history(4);
    later.keep('a', newest);
    later.settle(true);
    earlier.settle(true);
    expect(folded(cache, 1, 'a')).toBe(newest);
  });

  it('given a later batch that waits for an earlier one to settle, finds what it brings', async () => {
    const cache = new HistoryCache(100);
    const [earlier, later] = [cache.lease(1), cache.lease(1)];
    const left = history(3);
    earlier.keep('a', left);
    const order: string[] = [];
    const waiting = later.settled(['b', 'a']).then(() => order.push('later'));
    await later.settled(['b']);
    order.push('others');
    earlier.settle(true);
    await waiting;
    expect(order).toEqual(['others', 'later']);
    expect(later.take('a')).toBe(left);
  });

  it.each([false, true])(
    'given an earlier batch that settles without what it kept, nobody waits',
    async (isCommitted) => {
      const cache = new HistoryCache(100);
      const [earlier, later] = [cache.lease(1), cache.lease(2)];
      earlier.keep('a', history(3));
      const waiting = later.settled(['a']);
      earlier.settle(isCommitted);
      await waiting;
      expect(later.take('a')).toBeUndefined();
    },
  );

  it('given more than it may hold, forgets the least recently used; short histories are not kept', () => {
    const cache = new HistoryCache(9);
    folded(cache, 1, 'short', history(2));
    for (const key of ['a', 'b', 'c', 'a', 'd']) folded(cache, 1, key);
    expect(
      ['a', 'b', 'c', 'd', 'short'].map((key) => folded(cache, 1, key, history(0)) !== undefined),
    ).toEqual([true, false, true, true, false]);
  });

  it('counts what it remembers without a history as little as it is, and remembers it from the first event on', () => {
    const cache = new HistoryCache(4);
    const edge = { time: 1, recordedTime: 1 };
    const continued = { past: {}, size: 0, all: edge, mattering: edge };
    for (const key of ['a', 'b', 'c', 'd']) folded(cache, 1, key, continued);
    expect(folded(cache, 1, 'a', continued)).toBe(continued);
    folded(cache, 1, 'e', { ...continued, size: 2 });
    expect(folded(cache, 1, 'b')).toBeUndefined();
  });
});
