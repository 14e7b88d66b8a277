import { isContinued, type Remembered } from '../core/continued.js';

/** Histories with fewer events are cheaper to read again than to remember. */
const FEWEST_EVENTS = 3;

/** In events, roughly what it takes of memory. */
const sizeOf = (history: Remembered): number =>
  isContinued(history) ? 1 + history.size : history.members.length;

const isWorthwhile = (history: Remembered): boolean =>
  isContinued(history) || history.members.length >= FEWEST_EVENTS;

/** What one batch takes out of the cache and puts back. */
export interface CacheLease {
  /**
   * The histories as they were committed last, in the order of the keys; taken out. To be called once, under the locks of
   * their entities: whoever had them before has committed or given up, and what it puts back is waited for.
   */
  take(keys: readonly string[]): Promise<readonly (Remembered | undefined)[]>;
  /** Remembers what will hold when the batch commits. */
  keep(key: string, history: Remembered): void;
}

/** What one batch will put back. */
interface Pending {
  readonly kept: Map<string, Remembered>;
  readonly settled: Promise<void>;
  readonly resolve: () => void;
}

function pendingBatch(): Pending {
  let resolve = (): void => undefined;
  const settled = new Promise<void>((done) => (resolve = done));
  return { kept: new Map(), settled, resolve };
}

/**
 * Histories that the next batch of the same entities need not read and decode again.
 *
 * Why an entry is never stale: it is used only under the entity's lock, by a process that owned every partition both
 * when it was made and now, with no claim in between (`generation`, the sum of all epochs, which every claim raises).
 * Another process that changed the entity meanwhile would have held a claim, whose fence its transaction passed
 * before ours took the lock: then the generation differs, or not every partition is ours. Within this process the
 * batch that uses an entry takes it out, and waits for what an earlier one, committed but not settled yet, will put back.
 */
export class HistoryCache {
  private generation: number | undefined;
  private readonly histories = new Map<string, Remembered>();
  private events = 0;
  /** What batches under way will put back when they commit, under each of its keys. */
  private readonly pending = new Map<string, Pending>();

  constructor(private readonly mostEvents: number) {}

  /** `generation` as seen under the locks of the batch; undefined when somebody else owns a partition. */
  lease(generation: number | undefined): CacheLease & { settle(isCommitted: boolean): void } {
    if (generation !== this.generation) this.forgetAll(generation);
    const own = pendingBatch();
    const { kept } = own;
    return {
      take: async (keys) => {
        await this.othersSettled(keys);
        return keys.map((key) => (generation === this.generation ? this.remove(key) : undefined));
      },
      keep: (key, history) => {
        if (generation === undefined || !isWorthwhile(history)) return;
        kept.set(key, history);
        this.pending.set(key, own);
      },
      settle: (isCommitted) => {
        for (const [key, history] of kept) {
          this.pending.delete(key);
          if (isCommitted && generation === this.generation) this.put(key, history);
        }
        kept.clear();
        own.resolve();
        if (this.events > this.mostEvents) this.forgetOldest();
      },
    };
  }

  private async othersSettled(keys: readonly string[]): Promise<void> {
    if (this.pending.size === 0) return;
    const others = new Set<Promise<void>>();
    for (const key of keys) {
      const other = this.pending.get(key);
      if (other) others.add(other.settled);
    }
    await Promise.all(others);
  }

  private remove(key: string): Remembered | undefined {
    const history = this.histories.get(key);
    if (!history) return undefined;
    this.histories.delete(key);
    this.events -= sizeOf(history);
    return history;
  }

  private put(key: string, history: Remembered): void {
    this.remove(key);
    this.histories.set(key, history);
    this.events += sizeOf(history);
  }

  /** The least recently used: a map remembers the order of insertion. */
  private forgetOldest(): void {
    for (const oldest of this.histories.keys()) {
      if (this.events <= this.mostEvents) return;
      this.remove(oldest);
    }
  }

  private forgetAll(generation: number | undefined): void {
    this.generation = generation;
    this.histories.clear();
    this.events = 0;
  }
}
