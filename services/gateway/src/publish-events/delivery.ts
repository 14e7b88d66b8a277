import { RetryableError } from '@minhai/errors';

/** What one request has under way: how many of its events wait for Kafka, and how that went. */
export class Delivery {
  acknowledged = 0;
  outstanding = 0;
  private failure: Error | undefined;
  private limit = 0;
  private wake: (() => void) | undefined;

  sent(): void {
    this.outstanding++;
  }

  /** Called once for every event sent, with the reason when Kafka did not acknowledge it. */
  settled(failure?: Error): void {
    this.outstanding--;
    if (failure === undefined) this.acknowledged++;
    else this.failure ??= failure;
    if (this.outstanding <= this.limit || this.failure !== undefined) this.wake?.();
  }

  /** Throws RetryableError once any event failed. */
  check(): void {
    if (this.failure !== undefined) {
      throw new RetryableError('UNAVAILABLE', 'Kafka did not acknowledge; send again later', {
        cause: this.failure,
      });
    }
  }

  /** Resolves when at most `limit` events are outstanding; throws RetryableError on a failure or after `timeoutMs`. */
  async outstandingAtMost(limit: number, timeoutMs: number): Promise<void> {
    this.check();
    if (this.outstanding <= limit) return;
    this.limit = limit;
    await this.woken(timeoutMs);
    this.check();
    if (this.outstanding > limit) {
      throw new RetryableError(
        'UNAVAILABLE',
        `Kafka did not acknowledge within ${timeoutMs} ms; send again later`,
      );
    }
  }

  /** Waits like `outstandingAtMost(0)` but only to know the count: how it went is not thrown. */
  async quiet(timeoutMs: number): Promise<void> {
    if (this.outstanding === 0 || this.failure !== undefined) return;
    this.limit = 0;
    await this.woken(timeoutMs);
  }

  private woken(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
    });
  }
}
