import { RetryableError } from '@minhai/errors';
import { intakeTopic } from '@minhai/events';
import type { PartitionKey } from '../positions/position.store.js';
import { ReceiptPace } from './receipt-pace.js';
import { ReceiptPublisher, type ReceiptPublisherParts } from './receipt-publisher.js';
import { receiptsTopic } from './receipt-record.js';

export interface ReceiptServiceParts extends Omit<ReceiptPublisherParts, 'topic' | 'pace'> {
  readonly topicPrefix: string;
}

/** Keeps one receipt publisher per intake partition held. */
export class ReceiptService {
  private readonly open = new Set<ReceiptPublisher>();
  private readonly pace = new ReceiptPace();

  constructor(private readonly parts: ReceiptServiceParts) {}

  openPartition({ domain, partition }: PartitionKey): ReceiptPublisher {
    const { topicPrefix } = this.parts;
    const publisher = new ReceiptPublisher(
      { domain, partition, topic: intakeTopic(topicPrefix, domain) },
      { ...this.parts, topic: receiptsTopic(topicPrefix), pace: this.pace },
    );
    this.open.add(publisher);
    return publisher;
  }

  async closePartition(publisher: ReceiptPublisher): Promise<void> {
    await publisher.stop();
    this.open.delete(publisher);
  }

  /** Records whose receipts are not in the topic yet, over the partitions held. */
  lag(): number {
    return [...this.open].reduce((sum, publisher) => sum + publisher.lag, 0);
  }

  /** Throws while receipts cannot be sent. */
  check(): void {
    if ([...this.open].some((publisher) => publisher.isFailing))
      throw new RetryableError('UNAVAILABLE', 'receipts cannot be sent');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.open].map((publisher) => this.closePartition(publisher)));
  }
}
