import type { KafkaClient } from '@minhai/kafka';

/** `data` of a receipt, as far as journeys look at it. */
export interface ToldReceipt {
  readonly eventId: string | null;
  readonly source: string | null;
  readonly status: string;
  readonly code: string | null;
  readonly advice: { readonly zh: string; readonly en: string } | null;
}

export interface FollowedReceipts {
  /** Each receipt of the source once, in the order of the topic. */
  told(): readonly ToldReceipt[];
  stop(): Promise<void>;
}

/** Reads `mca.receipts` from its beginning as a department does: filters by header, drops CloudEvents it has. */
export async function followReceipts(kafka: KafkaClient, source: string): Promise<FollowedReceipts> {
  const known = new Map<string, ToldReceipt>();
  const consumer = kafka.consumer({
    groupId: 'department',
    topics: ['mca.receipts'],
    concurrency: 1,
    stallMs: 60_000,
    onStalled: () => undefined,
  });
  await consumer.start({
    assigned: async () => 0n,
    revoked: () => undefined,
    handle: async ({ records }) => {
      for (const { value, headers } of records) {
        if (headers['source']?.toString() !== source) continue;
        const { id, data } = JSON.parse(value!.toString()) as { id: string; data: ToldReceipt };
        if (!known.has(id)) known.set(id, data);
      }
      return records.at(-1)!.offset + 1n;
    },
  });
  return { told: () => [...known.values()], stop: () => consumer.stop() };
}
