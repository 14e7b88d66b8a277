import { awaitedLater } from '../awaited-later.js';

/** Runs works that begin in order, no more than two at a time: PostgreSQL writes one while the next is made here. */
export class TwoAtATime {
  private last: Promise<void> = Promise.resolve();

  /** Begins the work and waits for the one before. Throws what that one threw, once nothing runs any more. */
  async begin(work: () => Promise<void>): Promise<void> {
    const next = awaitedLater(work());
    const before = this.last;
    this.last = next;
    try {
      await before;
    } catch (error) {
      await next.catch(() => undefined);
      throw error;
    }
  }

  /** Waits for all that has begun. */
  ended(): Promise<void> {
    return this.last;
  }
}
