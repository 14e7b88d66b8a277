import { RetryableError } from '@minhai/errors';

/** Bytes all requests together may hold while their bodies arrive, so that many slow senders cannot fill the memory. */
export class MemoryBudget {
  private used = 0;

  constructor(private readonly limit: number) {}

  /** Throws RetryableError when the bytes are not to be had; the caller is answered 503 and comes back. */
  take(bytes: number): void {
    if (this.used + bytes > this.limit) {
      throw new RetryableError('UNAVAILABLE', 'too many bodies are arriving at once; send again later');
    }
    this.used += bytes;
  }

  give(bytes: number): void {
    this.used -= bytes;
  }

  get inUse(): number {
    return this.used;
  }
}
