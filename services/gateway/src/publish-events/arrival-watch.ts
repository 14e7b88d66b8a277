import { RefusedError } from '@minhai/errors';

export interface ArrivalLimits {
  /** Slowest allowed arrival, counted over the time spent waiting for the sender. */
  readonly minBytesPerSecond: number;
  /** How long a sender may wait before the rate counts. */
  readonly graceMs: number;
}

/** One body under way. Time between `pause` and `resume` is ours and not held against the sender. */
export interface Arrival {
  received(bytes: number): void;
  pause(): void;
  resume(): void;
  end(): void;
}

class WatchedBody implements Arrival {
  private bytes = 0;
  private waited = 0;
  private since: number | undefined;

  constructor(
    private readonly watch: ArrivalWatch,
    readonly onTooSlow: (error: Error) => void,
    private readonly longestMs: number,
  ) {
    this.since = watch.now();
  }

  received(bytes: number): void {
    this.bytes += bytes;
  }

  pause(): void {
    this.waited = this.waitedAt(this.watch.now());
    this.since = undefined;
  }

  resume(): void {
    this.since = this.watch.now();
  }

  end(): void {
    this.watch.forget(this);
  }

  isTooSlow(now: number, limits: ArrivalLimits): boolean {
    const waited = this.waitedAt(now);
    if (waited > this.longestMs) return true;
    return waited > limits.graceMs && this.bytes * 1000 < waited * limits.minBytesPerSecond;
  }

  private waitedAt(now: number): number {
    return this.waited + (this.since === undefined ? 0 : now - this.since);
  }
}

/** Ends bodies that trickle in: one sweep over all of them, because a timer each would cost every fast sender. */
export class ArrivalWatch {
  private readonly bodies = new Set<WatchedBody>();
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: ArrivalLimits,
    readonly now: () => number = () => performance.now(),
  ) {}

  /** Ends the body too when it takes longer than `longestMs` altogether. */
  begin(onTooSlow: (error: Error) => void, longestMs = Infinity): Arrival {
    const body = new WatchedBody(this, onTooSlow, longestMs);
    this.bodies.add(body);
    this.sweep ??= setInterval(() => this.check(), 1_000).unref();
    return body;
  }

  forget(body: WatchedBody): void {
    this.bodies.delete(body);
  }

  check(): void {
    const now = this.now();
    for (const body of this.bodies) {
      if (!body.isTooSlow(now, this.limits)) continue;
      body.onTooSlow(new RefusedError(400, 'BODY', 'the body arrived too slowly'));
    }
    if (this.bodies.size === 0) {
      clearInterval(this.sweep);
      this.sweep = undefined;
    }
  }
}
