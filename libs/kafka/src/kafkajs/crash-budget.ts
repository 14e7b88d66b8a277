const WINDOW_MS = 600_000;
const MOST_RESTARTS = 5;

/** kafkajs may restart a crashed consumer a few times; after that a new process does better. */
export class CrashBudget {
  private restarts: number[] = [];

  constructor(private readonly now: () => number) {}

  allowsRestart(): boolean {
    const now = this.now();
    this.restarts = this.restarts.filter((at) => now - at < WINDOW_MS);
    if (this.restarts.length >= MOST_RESTARTS) return false;
    this.restarts.push(now);
    return true;
  }
}
