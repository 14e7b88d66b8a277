/**
 * Bounds what waits in memory to be published, over all partitions. While the broker takes records, acceptance waits
 * for room; while it does not, acceptance goes on without memory and the publisher reads from the lake what it missed.
 */
export class MemoryBudget {
  private used = 0;
  private failing = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly limitBytes: number) {}

  /** False when the bytes must not be kept. */
  take(bytes: number): boolean {
    if (this.used >= this.limitBytes) return false;
    this.used += bytes;
    return true;
  }

  release(bytes: number): void {
    this.used -= bytes;
    this.wake();
  }

  publisherFailed(): void {
    this.failing++;
    this.wake();
  }

  publisherRecovered(): void {
    this.failing--;
  }

  get isFailing(): boolean {
    return this.failing > 0;
  }

  async room(): Promise<void> {
    while (this.used >= this.limitBytes && this.failing === 0) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
