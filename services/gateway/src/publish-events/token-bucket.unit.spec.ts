import { describe, expect, it } from '@jest/globals';
import { RateLimiter, TokenBucket } from './token-bucket.js';

describe('TokenBucket', () => {
  it('allows a burst, then the rate', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 5 }, 0);
    bucket.take(5);
    expect(bucket.waitMs(0)).toBe(100);
    expect(bucket.waitMs(100)).toBe(0);
  });

  it('may be overdrawn once and is closed until that is paid back', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 5 }, 0);
    bucket.take(25);
    expect(bucket.waitMs(0)).toBe(2_100);
    expect(bucket.waitMs(2_100)).toBe(0);
  });

  it('never holds more than the burst, and does not mind a clock that jumps back', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 5 }, 1_000_000);
    expect(bucket.waitMs(0)).toBe(0);
    bucket.take(5);
    expect(bucket.waitMs(0)).toBeGreaterThan(0);
  });
});

describe('RateLimiter', () => {
  it('keeps credentials apart', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, () => 0);
    limiter.bucketOf('a').take(1);
    expect(limiter.bucketOf('a').waitMs(0)).toBeGreaterThan(0);
    expect(limiter.bucketOf('b').waitMs(0)).toBe(0);
  });
});
