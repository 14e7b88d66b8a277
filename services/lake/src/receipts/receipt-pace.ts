import { setTimeout as sleep } from 'node:timers/promises';

/** While events are being accepted, receipts take a fifth of the time; they catch up afterwards. */
const YIELD = 4;
const LONGEST_YIELD_MS = 1_000;

/** Receipts of all partitions take turns, so that together they never crowd out acceptance. */
export class ReceiptPace {
  private last: Promise<void> = Promise.resolve();
  private commits = 0;

  /** Events were accepted or held. */
  committed(): void {
    this.commits++;
  }

  /** Runs the work in its turn; the next turn comes later when something was committed meanwhile. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(() => this.measured(work));
    this.last = result.then(
      ({ rest }) => rest,
      () => undefined,
    );
    return result.then(({ value }) => value);
  }

  private async measured<T>(work: () => Promise<T>): Promise<{ value: T; rest: Promise<void> }> {
    const begun = performance.now();
    const { commits } = this;
    const value = await work();
    const isBusy = this.commits !== commits;
    const pause = Math.min(LONGEST_YIELD_MS, (performance.now() - begun) * YIELD);
    return { value, rest: isBusy ? sleep(pause, undefined, { ref: false }) : Promise.resolve() };
  }
}
