import { setTimeout as sleep } from 'node:timers/promises';
import type { Producer } from '@minhai/kafka';
import type { Database } from '@minhai/postgres';
import type { Failpoints } from '../failpoints/failpoints.js';
import type { PartitionKey } from '../positions/position.store.js';
import { hasReached, type Reached } from './outcome.js';
import { readOutcomes } from './outcomes.read-model.js';
import { receiptRecord, type ReceiptOrigin } from './receipt-record.js';
import type { ReceiptPace } from './receipt-pace.js';
import { findCommitted, findReceipted, markReceipted } from './receipt-publication.store.js';

export interface ReceiptAlarm {
  /** Receipts cannot be sent or read at the moment; it will be tried again. Said once until it works again. */
  waiting(error: unknown, key: PartitionKey): void;
}

export interface ReceiptPublisherParts {
  readonly database: Database;
  readonly producer: Producer;
  readonly topic: string;
  readonly isKnownType: (type: string) => boolean;
  readonly failpoints: Failpoints;
  readonly alarm: ReceiptAlarm;
  readonly pace: ReceiptPace;
  /** False: nothing is sent, and what was not sent meanwhile never will be. */
  readonly isOn: boolean;
}

const WINDOW_ROWS = 500;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tells the outcomes of one intake partition in the order of its offsets, from what the accepting transactions left in
 * PostgreSQL, apart from them and slower if need be. Each send follows the acknowledgement of the one before, and the
 * mark follows the send: a crash repeats receipts and leaves none out. Acceptance never waits for receipts nor fails
 * on their account.
 */
export class ReceiptPublisher {
  private sent: Reached | undefined;
  private marked: Reached | undefined;
  private committed: Reached = { position: 0, nextOffset: 0n };
  private isDue = true;
  private failures = 0;
  private stopping = false;
  private signal: () => void = () => undefined;
  private round: Promise<number> = Promise.resolve(0);
  private readonly running: Promise<void>;

  constructor(
    private readonly origin: ReceiptOrigin,
    private readonly parts: ReceiptPublisherParts,
  ) {
    this.running = this.run();
  }

  /** Records of the intake partition read but not told, as of the last look. */
  get lag(): number {
    return this.sent ? Number(this.committed.nextOffset - this.sent.nextOffset) : 0;
  }

  get isFailing(): boolean {
    return this.failures > 0;
  }

  /** More outcomes are committed. */
  wake(): void {
    this.parts.pace.committed();
    this.isDue = true;
    this.signal();
  }

  /** Resolves after the send under way. What is not sent is the next holder's. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.signal();
    await this.running;
    await this.round;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      if (!this.isDue) {
        await this.until(() => this.isDue);
        continue;
      }
      const pause = this.parts.pace.take(() => (this.stopping ? Promise.resolve(0) : this.begin()));
      let rested = false;
      void pause.then(async (milliseconds) => {
        if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
        rested = true;
        this.signal();
      });
      await this.until(() => rested);
    }
  }

  private async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue() && !this.stopping) await new Promise<void>((resolve) => (this.signal = resolve));
  }

  private begin(): Promise<number> {
    this.round = this.attempt();
    return this.round;
  }

  /** Milliseconds to wait before the next round. Never rejects. */
  private async attempt(): Promise<number> {
    this.isDue = false;
    try {
      const isAll = await this.sendNext();
      this.failures = 0;
      if (isAll) return SHORTEST_PAUSE_MS;
      this.isDue = true;
      return 0;
    } catch (error) {
      this.isDue = true;
      if (this.failures++ === 0) this.parts.alarm.waiting(error, this.origin);
      return Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(this.failures, 10));
    }
  }

  /** True when nothing is left. */
  private async sendNext(): Promise<boolean> {
    const { database, failpoints, isOn } = this.parts;
    this.sent ??= this.marked = await findReceipted(database, this.origin);
    this.committed = await findCommitted(database, this.origin);
    if (!isOn) this.sent = this.committed;
    if (!hasReached(this.sent, this.committed)) {
      this.sent = await this.send(this.sent);
      await failpoints.hit('lake.after-receipts');
    }
    if (!hasReached(this.marked!, this.sent)) {
      await markReceipted(database, this.origin, this.sent);
      this.marked = this.sent;
    }
    return hasReached(this.sent, this.committed);
  }

  private async send(from: Reached): Promise<Reached> {
    const { database, producer, topic, isKnownType } = this.parts;
    const stretch = { from, to: this.committed, limit: WINDOW_ROWS };
    const { outcomes, reached } = await readOutcomes(database, this.origin, stretch);
    const records = outcomes.map((outcome) => receiptRecord(outcome, this.origin, isKnownType));
    if (records.length > 0) await producer.send([{ topic, records }]);
    return reached;
  }
}
