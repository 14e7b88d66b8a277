import type { Outlets } from '../accept/intake.handler.js';
import type { PartitionOutlet } from '../accept/tenure.js';
import type { PartitionKey } from '../positions/position.store.js';
import type { PartitionPublisher } from '../publish/partition-publisher.js';
import type { PublishService } from '../publish/publish.service.js';
import type { ReceiptPublisher } from './receipt-publisher.js';
import type { ReceiptService } from './receipt.service.js';

interface BothOutlets extends PartitionOutlet {
  readonly accepted: PartitionPublisher;
  readonly receipts: ReceiptPublisher;
}

/** Accepted events are handed on from memory; receipts are only told that there is something to read. */
export class OutletsWithReceipts implements Outlets<BothOutlets> {
  constructor(
    private readonly publishing: PublishService,
    private readonly receipts: ReceiptService,
  ) {}

  async openPartition(key: PartitionKey, committed: number): Promise<BothOutlets> {
    const accepted = await this.publishing.openPartition(key, committed);
    const receipts = this.receipts.openPartition(key);
    return {
      accepted,
      receipts,
      offer: (records) => {
        accepted.offer(records);
        receipts.wake();
      },
    };
  }

  async closePartition({ accepted, receipts }: BothOutlets): Promise<void> {
    await Promise.all([this.publishing.closePartition(accepted), this.receipts.closePartition(receipts)]);
  }

  room(): Promise<void> {
    return this.publishing.room();
  }
}
