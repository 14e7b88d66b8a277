export interface WatchedConsumer {
  /** Records known to wait, over all partitions held. */
  lag(): bigint;
}

/**
 * Clients stop silently: alive, connected, and no batch ever comes again. The watchdog fires when records wait and for
 * `stallMs` nothing at all happened to them: no batch finished, no batch failed in a way that says it will be repeated.
 */
export class ProgressWatchdog {
  private lastSign: number;

  constructor(
    private readonly consumer: WatchedConsumer,
    private readonly stallMs: number,
    private readonly now: () => number,
  ) {
    this.lastSign = now();
  }

  /** A batch finished, failed, or was newly assigned. */
  sign(): void {
    this.lastSign = this.now();
  }

  /** What is wrong, or undefined. To be asked every few seconds. */
  look(): string | undefined {
    const lag = this.consumer.lag();
    if (lag === 0n) {
      this.sign();
      return undefined;
    }
    const silent = this.now() - this.lastSign;
    return silent < this.stallMs ? undefined : `${lag} records wait and nothing happened for ${silent} ms`;
  }
}
