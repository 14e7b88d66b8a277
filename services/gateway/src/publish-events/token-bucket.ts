export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * Allowance of one credential. It may be overdrawn by the request in hand (a batch is not cut in two);
 * the next one waits until it is paid back.
 */
export class TokenBucket {
  private tokens: number;
  private at: number;

  constructor(
    private readonly rate: Rate,
    now: number,
  ) {
    this.tokens = rate.burst;
    this.at = now;
  }

  /** Milliseconds until the bucket is no longer overdrawn; 0 when it is not. `now` is in milliseconds. */
  waitMs(now: number): number {
    this.refill(now);
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) * 1000) / this.rate.perSecond);
  }

  take(tokens: number): void {
    this.tokens -= tokens;
  }

  private refill(now: number): void {
    const earned = (Math.max(0, now - this.at) * this.rate.perSecond) / 1000;
    this.tokens = Math.min(this.rate.burst, this.tokens + earned);
    this.at = now;
  }
}

/** One bucket per credential; there are few credentials and none is forgotten before the process ends. */
export class RateLimiter {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {}

  bucketOf(credentialId: string): TokenBucket {
    let bucket = this.buckets.get(credentialId);
    if (bucket === undefined) {
      bucket = new TokenBucket(this.rate, this.now());
      this.buckets.set(credentialId, bucket);
    }
    return bucket;
  }
}
