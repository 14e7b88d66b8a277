import { binaryArray, type Database } from '@minhai/postgres';
import type { SourceRule } from '../credentials/source-rule.js';
import { receiptOf, type Receipt, type ReceiptRow } from './receipt.js';

const RECEIPTS_OF = {
  name: 'gateway_receipts_of',
  text: `
    SELECT receipt_status.event_id AS "eventId", receipt_status.source, receipt_status.status,
           receipt_status.code, receipt_status.pointer, receipt_status.message,
           receipt_status.domain, receipt_status.partition, receipt_status.position,
           receipt_status.received_at AS "receivedAt"
      FROM lake.receipt_status
     WHERE receipt_status.event_id = ANY ($1::uuid[])`,
};

/** Reads what became of events. A publisher sees those of his own sources; others do not exist for him. */
export class ReceiptStore {
  constructor(private readonly database: Database) {}

  /** `ids` are lower-case UUIDs; an id without a receipt is left out. */
  async findAll(ids: readonly string[], sources: SourceRule): Promise<ReadonlyMap<string, Receipt>> {
    const rows = await this.database.prepared<ReceiptRow>(RECEIPTS_OF, [binaryArray('uuid', ids)]);
    const byId = new Map<string, ReceiptRow[]>();
    for (const row of rows) {
      if (!sources.allows(row.source)) continue;
      const own = byId.get(row.eventId);
      if (own === undefined) byId.set(row.eventId, [row]);
      else own.push(row);
    }
    return new Map([...byId].map(([id, own]) => [id, receiptOf(id, own)]));
  }
}
