import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer as NativeConsumer, ConsumerCrashEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { CrashError, policyOf } from '@minhai/errors';
import { backOff } from '../back-off.js';
import { PartitionSession, partitionKey, recordsFrom } from '../partition-session.js';
import type {
  BatchConsumer,
  BatchHandler,
  ConsumerOptions,
  ConsumerProgress,
  IncomingRecord,
} from '../port.js';
import { ProgressWatchdog } from '../progress-watchdog.js';
import { leaveForTheDead } from './abandoned-seats.js';
import { CommitHint } from './commit-hint.js';
import { failureOf } from './failure.js';
import { Heart } from './heart.js';
import { LiveBatch } from './live-batch.js';
import { LogRanges, resumeOffset } from './log-ranges.js';
import { nativeConsumer } from './native-consumer.js';
import type { KafkaJsSettings } from './options.js';

type Assignment = Readonly<Record<string, readonly number[]>>;

/** A fetch waits a tenth of a second for records; seconds without one mean that the broker is out of touch. */
const CURRENT_MS = 3_000;

/**
 * A member of a consumer group that believes its handler, not Kafka, about what was read. Every partition gained starts
 * paused; the handler names its offset, the log is asked whether it holds that offset, then reading starts there.
 * A batch that is to be repeated takes the same way again.
 */
export class KafkaJsConsumer implements BatchConsumer {
  private readonly native: NativeConsumer;
  private readonly sessions = new Map<string, PartitionSession>();
  private readonly heart: Heart;
  private readonly hint: CommitHint;
  private readonly watchdog: ProgressWatchdog;
  private watchTimer: NodeJS.Timeout | undefined;
  private handler: BatchHandler | undefined;
  private lastFetch = 0;
  private ended = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly ranges: LogRanges,
    private readonly settings: KafkaJsSettings,
    private readonly options: ConsumerOptions,
  ) {
    this.native = nativeConsumer(kafka, settings, options.groupId);
    this.heart = new Heart({
      intervalMs: settings.heartbeatIntervalMs,
      sessionTimeoutMs: settings.sessionTimeoutMs,
      logger: settings.logger,
      onExpelled: () => this.revokeAll(),
    });
    this.hint = new CommitHint(this.native, settings.logger);
    this.watchdog = new ProgressWatchdog(this, options.stallMs, Date.now);
  }

  async start(handler: BatchHandler): Promise<void> {
    this.handler = handler;
    const joined = this.listen();
    // Awaited below; until then a crash must not count as a rejection nobody handles.
    joined.catch(() => undefined);
    try {
      await this.native.connect();
      await leaveForTheDead(this.kafka, { ...this.settings, groupId: this.options.groupId });
      await this.native.subscribe({ topics: [...this.options.topics], fromBeginning: true });
      await this.native.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.options.concurrency,
        eachBatch: (payload) => this.onBatch(payload),
      });
      await joined;
    } catch (error) {
      await this.stop();
      throw failureOf(error, 'joining the consumer group');
    }
    this.watchTimer = setInterval(() => void this.watch(), Math.max(50, this.options.stallMs / 4));
    this.watchTimer.unref();
  }

  progress(): readonly ConsumerProgress[] {
    return [...this.sessions.values()].map((session) => session.progress());
  }

  isCurrent(): boolean {
    return this.sessions.size > 0 && Date.now() - this.lastFetch < CURRENT_MS;
  }

  lag(): bigint {
    return [...this.sessions.values()].reduce((sum, { lag }) => sum + lag, 0n);
  }

  async stop(): Promise<void> {
    this.ended = true;
    clearInterval(this.watchTimer);
    await this.hint.flush();
    await this.native.stop();
    await this.hint.settled();
    this.revokeAll();
    this.heart.stop();
    await this.native.disconnect();
    await this.ranges.close();
  }

  /** Resolves at the first assignment; rejects when the consumer ends before that. */
  private listen(): Promise<void> {
    const { GROUP_JOIN, HEARTBEAT, REBALANCING, CRASH, END_BATCH_PROCESS, FETCH } = this.native.events;
    this.native.on(HEARTBEAT, () => this.heart.alive());
    this.native.on(FETCH, () => (this.lastFetch = Date.now()));
    this.native.on(REBALANCING, () => this.revokeAll());
    this.native.on(END_BATCH_PROCESS, ({ payload }) => {
      // Control records only: kafkajs moved past them without asking.
      if (payload.batchSize === 0) this.sessionOf(payload)?.advance(BigInt(payload.lastOffset) + 1n);
    });
    return new Promise((resolve, reject) => {
      this.native.on(GROUP_JOIN, ({ payload }) => {
        this.heart.alive();
        this.assign(payload.memberAssignment);
        resolve();
      });
      this.native.on(CRASH, (event) => {
        this.onCrash(event);
        if (!event.payload.restart) reject(event.payload.error);
      });
    });
  }

  private assign(assignment: Assignment): void {
    this.revokeAll();
    if (this.ended) return;
    const gained = Object.entries(assignment).flatMap(([topic, partitions]) =>
      partitions.map((partition) => new PartitionSession({ topic, partition })),
    );
    this.native.pause(gained.map(({ topic, partition }) => ({ topic, partitions: [partition] })));
    for (const session of gained) {
      this.sessions.set(partitionKey(session), session);
      void this.open(session, 0);
    }
  }

  /** Asks where to read until there is an answer, then reads. */
  private async open(session: PartitionSession, delayMs: number): Promise<void> {
    let delay = delayMs;
    while (!session.revoked && !this.ended) {
      if (delay > 0) await sleep(delay);
      if (session.revoked || this.ended) return;
      try {
        const stored = await this.handler!.assigned(session.id);
        const range = await this.ranges.of(session, stored);
        if (session.revoked || this.ended) return;
        this.read(session, resumeOffset(stored, range, session), range.high);
        return;
      } catch (error) {
        if (policyOf(error) !== 'retry') return this.end(`${partitionKey(session)} cannot be read`, error);
        delay = this.noteFailure(session, error, 'partition could not be opened');
      }
    }
  }

  private read(session: PartitionSession, offset: bigint, highWatermark: bigint): void {
    const { topic, partition } = session;
    this.watchdog.sign();
    this.lastFetch = Date.now(); // the broker has just told where its log ends
    session.resumeAt(offset, highWatermark);
    this.native.seek({ topic, partition, offset: offset.toString() });
    this.native.resume([{ topic, partitions: [partition] }]);
  }

  private reopen(session: PartitionSession, delayMs: number): void {
    session.open = false;
    this.native.pause([{ topic: session.topic, partitions: [session.partition] }]);
    void this.open(session, delayMs);
  }

  private async onBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const session = this.sessionOf(batch);
    if (!session?.open || this.ended) return;
    // Not what was asked for: the broker no longer had that offset and kafkajs went elsewhere by itself.
    if (BigInt((batch as unknown as { fetchedOffset: string }).fetchedOffset) !== session.nextOffset) {
      return this.reopen(session, 0);
    }
    session.highWatermark = BigInt(batch.highWatermark);
    // The wire format installed under kafkajs makes them in the port's own shape.
    const records = batch.messages as unknown as readonly IncomingRecord[];
    try {
      await this.heart.during(payload.heartbeat, () => this.handleAll(payload, session, records));
    } catch (error) {
      this.onFailure(session, error);
    }
  }

  /** A handler may take a part of the records only; the rest is handed over again without another fetch. */
  private async handleAll(
    payload: EachBatchPayload,
    session: PartitionSession,
    fetched: readonly IncomingRecord[],
  ): Promise<void> {
    let records = recordsFrom(fetched, session.nextOffset);
    const owner = { heartbeat: () => this.heart.pulse(), sessionExpired: () => this.heart.expired() };
    while (records.length > 0 && payload.isRunning() && !this.ended) {
      const live = new LiveBatch(records, session, owner);
      if (live.isStale()) return;
      const next = await this.handler!.handle(live);
      this.watchdog.sign();
      if (session.revoked) return;
      if (next <= records[0]!.offset) return this.reopen(session, this.settings.backOffMs[0]);
      session.advance(next);
      this.hint.note(session, next);
      records = recordsFrom(records, next);
    }
    this.resolve(payload, session);
  }

  /** Tells kafkajs where the next fetch starts. */
  private resolve({ batch, resolveOffset }: EachBatchPayload, session: PartitionSession): void {
    const last = batch.messages.at(-1)!.offset as unknown as bigint;
    const { topic, partition } = session;
    if (session.nextOffset === last + 1n) {
      resolveOffset(last.toString());
      session.advance(BigInt(batch.lastOffset()) + 1n);
    } else if (!session.revoked && !this.ended) {
      this.native.seek({ topic, partition, offset: session.nextOffset.toString() });
    }
  }

  private onFailure(session: PartitionSession, error: unknown): void {
    this.watchdog.sign();
    if (session.revoked || this.ended) return;
    if (policyOf(error) !== 'retry') return this.end(`the handler failed at ${partitionKey(session)}`, error);
    this.reopen(session, this.noteFailure(session, error, 'batch will be repeated'));
  }

  private noteFailure(session: PartitionSession, error: unknown, message: string): number {
    const delay = backOff(session.failures, this.settings.backOffMs, Math.random);
    session.failures += 1;
    this.watchdog.sign();
    const { topic, partition, failures } = session;
    this.settings.logger.warn({ topic, partition, failures, delay: Math.round(delay), err: error }, message);
    return delay;
  }

  private sessionOf(id: { topic: string; partition: number }): PartitionSession | undefined {
    return this.sessions.get(partitionKey(id));
  }

  private revokeAll(): void {
    for (const session of this.sessions.values()) {
      session.revoked = true;
      this.handler?.revoked(session.id);
    }
    this.sessions.clear();
    this.hint.forget();
  }

  private onCrash({ payload }: ConsumerCrashEvent): void {
    this.revokeAll();
    if (payload.restart) this.settings.logger.warn({ err: payload.error }, 'Kafka consumer starts again');
    else this.end('Kafka consumer crashed', payload.error);
  }

  /** Nothing is handled any more; the process is expected to end. */
  private end(reason: string, cause: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.options.onStalled(reason, cause);
  }

  /** Also asks the broker how long the logs are: a fetch loop that died would never tell. */
  private async watch(): Promise<void> {
    if (this.ended) return;
    const reason = this.watchdog.look();
    if (reason) return this.end(reason, new CrashError('UNAVAILABLE', 'consumer makes no progress'));
    for (const session of this.sessions.values()) {
      if (session.open && session.lag === 0n) await this.refresh(session);
    }
  }

  private async refresh(session: PartitionSession): Promise<void> {
    try {
      const { high } = await this.ranges.of(session);
      if (high > session.highWatermark) session.highWatermark = high;
    } catch (error) {
      this.settings.logger.debug({ err: error }, 'broker did not tell its offsets');
    }
  }
}
