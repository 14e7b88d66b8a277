export interface GroupCommitOptions<W, R> {
  /** A group of so many events waits for no more. */
  readonly events: number;
  /** How long a smaller one waits for others to come, in milliseconds. */
  readonly gatherMs: number;
  /** Groups at the same time. */
  readonly concurrency: number;
  /** No group has two works of the same partition. */
  readonly partitionOf: (work: W) => string;
  readonly eventsOf: (work: W) => number;
  /** Commits a group in one transaction; answers in its order. */
  readonly commit: (group: readonly W[]) => Promise<readonly R[]>;
  /** Whether a group may have failed because of one of its works. Omitted: never. */
  readonly isOfOne?: (error: unknown) => boolean;
}

interface Waiting<W, R> {
  readonly work: W;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits what partitions bring in groups. Publishers write to all partitions at once, so at a steady rate each has a
 * handful of events every few milliseconds: one transaction for each would cost more than the events.
 */
export class GroupCommit<W, R> {
  private waiting: Waiting<W, R>[] = [];
  private running = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: GroupCommitOptions<W, R>) {}

  /**
   * Resolves when the work is committed. An error is that of its whole group; if it may be that of one work, each is
   * committed by itself, and hears its own.
   */
  commit(work: W): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      this.look();
    });
  }

  /** Whether more comes than is committed at once: as many groups run as may. */
  get isBusy(): boolean {
    return this.running >= this.options.concurrency;
  }

  /** Begins a group that is large enough, and sees to it that a smaller one begins in a while. */
  private look(): void {
    const { events, gatherMs } = this.options;
    if (this.waiting.length === 0 || this.isBusy) return;
    if (this.events() >= events) return this.begin();
    this.timer ??= setTimeout(() => this.begin(), gatherMs);
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isBusy) return;
    const group = this.take();
    if (group.length > 0) void this.run(group);
  }

  private events(): number {
    return this.waiting.reduce((sum, { work }) => sum + this.options.eventsOf(work), 0);
  }

  /** What waits longest, of each partition one, until there are enough events. */
  private take(): Waiting<W, R>[] {
    const { partitionOf, eventsOf } = this.options;
    const group = new Map<string, Waiting<W, R>>();
    const rest: Waiting<W, R>[] = [];
    let events = 0;
    for (const one of this.waiting) {
      const partition = partitionOf(one.work);
      if (events >= this.options.events || group.has(partition)) rest.push(one);
      else {
        group.set(partition, one);
        events += eventsOf(one.work);
      }
    }
    this.waiting = rest;
    return [...group.values()];
  }

  private async run(group: readonly Waiting<W, R>[]): Promise<void> {
    this.running++;
    this.look();
    try {
      await this.settle(group);
    } finally {
      this.running--;
      this.look();
    }
  }

  private async settle(group: readonly Waiting<W, R>[]): Promise<void> {
    try {
      const results = await this.options.commit(group.map(({ work }) => work));
      group.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      if (group.length > 1 && this.options.isOfOne?.(error))
        for (const one of group) await this.settle([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}
