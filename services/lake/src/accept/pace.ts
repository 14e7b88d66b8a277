import { RetryableError } from '@minhai/errors';

const SMALLEST = 50;

/** Records per transaction: halved when PostgreSQL does not manage (statement timeout, lock, loss), doubled when it does. */
export class Pace {
  private current: number;

  constructor(private readonly most: number) {
    this.current = most;
  }

  get records(): number {
    return this.current;
  }

  async of<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.current = Math.min(this.most, this.current * 2);
      return result;
    } catch (error) {
      if (error instanceof RetryableError)
        this.current = Math.min(this.current, Math.max(SMALLEST, this.current >> 1));
      throw error;
    }
  }
}
