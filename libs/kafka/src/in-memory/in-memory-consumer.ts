import { CrashError, RetryableError, policyOf } from '@minhai/errors';
import { backOff } from '../back-off.js';
import type { PartitionSession } from '../partition-session.js';
import type {
  BatchConsumer,
  BatchHandler,
  ConsumerOptions,
  ConsumerProgress,
  RecordBatch,
  TopicPartition,
} from '../port.js';
import { ProgressWatchdog } from '../progress-watchdog.js';
import type { GroupMember, InMemoryGroup } from './in-memory-group.js';
import type { InMemoryLog } from './in-memory-log.js';

export interface InMemorySurroundings {
  readonly backOffMs: readonly [first: number, longest: number];
  readonly maxBatch: number;
  readonly log: (id: TopicPartition) => InMemoryLog;
}

export class InMemoryConsumer implements BatchConsumer, GroupMember {
  private sessions: readonly PartitionSession[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly waitingForSlot: (() => void)[] = [];
  private freeSlots: number;
  private handler: BatchHandler | undefined;
  private ended = false;
  private readonly watchdog: ProgressWatchdog;
  private watchTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly group: InMemoryGroup,
    private readonly options: ConsumerOptions,
    private readonly surroundings: InMemorySurroundings,
  ) {
    this.freeSlots = options.concurrency;
    this.watchdog = new ProgressWatchdog(this, options.stallMs, Date.now);
  }

  get topics(): readonly string[] {
    return this.options.topics;
  }

  async start(handler: BatchHandler): Promise<void> {
    this.handler = handler;
    await this.group.join(this);
    this.watchTimer = setInterval(() => this.watch(), Math.max(10, this.options.stallMs / 4));
    this.watchTimer.unref();
  }

  isCurrent(): boolean {
    return this.sessions.length > 0;
  }

  progress(): readonly ConsumerProgress[] {
    return this.sessions.map((session) => ({
      ...session.progress(),
      highWatermark: this.surroundings.log(session).highWatermark,
    }));
  }

  lag(): bigint {
    return this.progress().reduce(
      (sum, { nextOffset, highWatermark }) => sum + highWatermark - nextOffset,
      0n,
    );
  }

  async stop(): Promise<void> {
    this.ended = true;
    clearInterval(this.watchTimer);
    await this.group.leave(this);
  }

  async idle(): Promise<void> {
    await Promise.all(this.running);
  }

  take(sessions: readonly PartitionSession[]): void {
    this.sessions = sessions;
    for (const session of sessions) void this.read(session);
  }

  lose(): void {
    for (const session of this.sessions) {
      session.revoked = true;
      this.handler?.revoked(session.id);
      this.surroundings.log(session).announce();
    }
    this.sessions = [];
  }

  private goesOn(session: PartitionSession): boolean {
    return !this.ended && !session.revoked;
  }

  private async read(session: PartitionSession): Promise<void> {
    while (this.goesOn(session)) {
      try {
        if (!session.open) await this.open(session);
        const records = this.surroundings.log(session).from(session.nextOffset, this.surroundings.maxBatch);
        if (records.length === 0) await this.appended(session);
        else if (this.goesOn(session)) await this.track(() => this.handle(session));
      } catch (error) {
        if (!this.goesOn(session)) return;
        if (policyOf(error) !== 'retry')
          return this.end(`the handler failed at ${session.topic}/${session.partition}`, error);
        await this.pause(session);
      }
    }
  }

  private async open(session: PartitionSession): Promise<void> {
    const { highWatermark } = this.surroundings.log(session);
    const stored = await this.handler!.assigned(session.id);
    if (stored > highWatermark) {
      throw new CrashError(
        'UNAVAILABLE',
        `${session.topic}/${session.partition} is shorter than what was read`,
      );
    }
    this.watchdog.sign();
    session.resumeAt(stored, highWatermark);
  }

  private async handle(session: PartitionSession): Promise<void> {
    await this.slot();
    try {
      const log = this.surroundings.log(session);
      const records = log.from(session.nextOffset, this.surroundings.maxBatch);
      session.highWatermark = log.highWatermark;
      if (!this.goesOn(session)) return;
      const next = await this.handler!.handle(this.batch(session, records));
      this.watchdog.sign();
      if (session.revoked) return;
      if (next <= records[0]!.offset) throw new RetryableError('UNAVAILABLE', 'the handler did not move on');
      session.advance(next);
      this.group.commit(session, next);
    } finally {
      this.freeSlots += 1;
      this.waitingForSlot.shift()?.();
    }
  }

  private batch(session: PartitionSession, records: RecordBatch['records']): RecordBatch {
    return {
      ...session.id,
      records,
      highWatermark: session.highWatermark,
      isStale: () => session.revoked,
      heartbeat: async () => {
        if (session.revoked) throw new RetryableError('UNAVAILABLE', 'the partition was taken away');
      },
    };
  }

  private async pause(session: PartitionSession): Promise<void> {
    session.open = false;
    const delay = backOff(session.failures, this.surroundings.backOffMs, Math.random);
    session.failures += 1;
    this.watchdog.sign();
    await new Promise((resolve) => setTimeout(resolve, delay));
  }

  private async slot(): Promise<void> {
    while (this.freeSlots <= 0) await new Promise<void>((resolve) => this.waitingForSlot.push(resolve));
    this.freeSlots -= 1;
  }

  private appended(session: PartitionSession): Promise<void> {
    return new Promise((resolve) => this.surroundings.log(session).onAppend(resolve));
  }

  /** Joining and leaving members wait for what runs; how it ends is the reader's business. */
  private track(work: () => Promise<void>): Promise<void> {
    const result = work();
    const ended: Promise<void> = result.then(
      () => void this.running.delete(ended),
      () => void this.running.delete(ended),
    );
    this.running.add(ended);
    return result;
  }

  private end(reason: string, cause: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.options.onStalled(reason, cause);
  }

  private watch(): void {
    if (this.ended) return;
    const reason = this.watchdog.look();
    if (reason) this.end(reason, new CrashError('UNAVAILABLE', 'consumer makes no progress'));
  }
}
