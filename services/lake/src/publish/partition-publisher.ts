import { CrashError, policyOf } from '@minhai/errors';
import type { Producer } from '@minhai/kafka';
import type { Failpoints } from '../failpoints/failpoints.js';
import type { PartitionKey } from '../positions/position.store.js';
import { bytesOf, portions, toOutgoing, type AcceptedRecord } from './accepted-record.js';
import type { MemoryBudget } from './memory-budget.js';
import type { PublishAlarm } from './publish-alarm.js';

export interface PublisherParts {
  readonly producer: Producer;
  readonly topic: string;
  readonly budget: MemoryBudget;
  readonly failpoints: Failpoints;
  readonly alarm: PublishAlarm;
  /** Accepted records of the partition after a position, in order, at most `limit`. */
  readonly readBack: (range: { after: number; limit: number }) => Promise<readonly AcceptedRecord[]>;
  /** Waits; a spec passes its own. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

interface Chunk {
  readonly records: readonly AcceptedRecord[];
  readonly bytes: number;
}

const READ_BACK_RECORDS = 1_000;
const ONE_SEND = { records: 2_000, bytes: 768 * 1024 };
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Sends one partition's accepted records on in the order of their positions, one send at a time, each after the one
 * before it was acknowledged. So whatever position stands in the topic, all lower ones stand before it, whoever
 * sent them and however often.
 */
export class PartitionPublisher {
  private readonly chunks: Chunk[] = [];
  private wake: () => void = () => undefined;
  private stopping = false;
  private stopRequested: () => void = () => undefined;
  private readonly stopped = new Promise<void>((resolve) => (this.stopRequested = resolve));
  private failures = 0;
  private sent: number;
  private committed: number;
  private readonly running: Promise<void>;

  constructor(
    readonly key: PartitionKey,
    start: { readonly published: number; readonly committed: number },
    private readonly parts: PublisherParts,
  ) {
    this.sent = start.published;
    this.committed = start.committed;
    this.running = this.run();
  }

  /** Newest position acknowledged by the broker. */
  get published(): number {
    return this.sent;
  }

  get lag(): number {
    return this.committed - this.sent;
  }

  /** Records just committed, directly after what was committed before. They may be dropped and read back later. */
  offer(records: readonly AcceptedRecord[]): void {
    const last = records.at(-1);
    if (!last || this.stopping) return;
    const bytes = records.reduce((sum, { record }) => sum + bytesOf(record), 0);
    if (this.parts.budget.take(bytes)) this.chunks.push({ records, bytes });
    this.committed = last.position;
    this.wake();
  }

  /** Resolves after the send under way. What is not sent is the next holder's. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopRequested();
    this.wake();
    await this.running;
    for (const chunk of this.chunks.splice(0)) this.parts.budget.release(chunk.bytes);
    this.succeeded();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      if (this.lag <= 0) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        continue;
      }
      try {
        await this.sendNext();
        this.succeeded();
      } catch (error) {
        if (policyOf(error) !== 'retry') return this.parts.alarm.fatal(error, this.key);
        await this.failed(error);
      }
    }
  }

  private async sendNext(): Promise<void> {
    const { producer, topic, failpoints } = this.parts;
    for (const portion of portions(await this.nextRecords(), ONE_SEND)) {
      if (this.stopping) return;
      await producer.send([
        { topic, records: portion.map((record) => toOutgoing(record, this.key.partition)) },
      ]);
      await failpoints.hit('lake.after-publish');
      this.sent = portion.at(-1)!.position;
    }
    this.forgetSent();
  }

  /** From memory when it holds the next position, else from the lake. */
  private async nextRecords(): Promise<readonly AcceptedRecord[]> {
    this.forgetSent();
    const buffered = this.chunks[0]?.records;
    const first = buffered?.[0]?.position ?? Infinity;
    if (buffered && first <= this.sent + 1)
      return first <= this.sent ? buffered.slice(this.sent + 1 - first) : buffered;
    // The lake may already hold more than this process was told of; that comes with its own offer.
    const limit = Math.min(READ_BACK_RECORDS, this.committed - this.sent, first - this.sent - 1);
    return this.gapFree(await this.parts.readBack({ after: this.sent, limit }));
  }

  private gapFree(records: readonly AcceptedRecord[]): readonly AcceptedRecord[] {
    const isComplete =
      records.length > 0 && records.every(({ position }, i) => position === this.sent + 1 + i);
    if (isComplete) return records;
    const { domain, partition } = this.key;
    throw new CrashError(
      'HANDLER_ERROR',
      `${domain}/${partition}: the lake has no position ${this.sent + 1}`,
    );
  }

  private forgetSent(): void {
    while (this.chunks[0] && this.chunks[0].records.at(-1)!.position <= this.sent) {
      this.parts.budget.release(this.chunks.shift()!.bytes);
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (this.failures++ === 0) {
      this.parts.budget.publisherFailed();
      this.parts.alarm.waiting(error, this.key);
    }
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 10));
    await Promise.race([this.parts.pause(pause), this.stopped]);
  }

  private succeeded(): void {
    if (this.failures > 0) this.parts.budget.publisherRecovered();
    this.failures = 0;
  }
}
