import { partitionFor } from '@minhai/kafka';
import type { PreparedRecord } from './prepared-records.js';

export interface AcceptedBatch {
  readonly domain: string;
  readonly partition: number;
  readonly records: readonly { readonly position: number; readonly prepared: PreparedRecord }[];
}

const PARTITIONS = 4;
/** What the engine takes at most. */
export const BATCH_EVENTS = 2_000;

export const nameOf = ({ domain, partition }: Pick<AcceptedBatch, 'domain' | 'partition'>): string =>
  `${domain}/${partition}`;

/**
 * What the fact engine would be given: the records of each partition with their positions, in batches of at most
 * `size`, the partitions in turn.
 */
export function acceptedBatches(records: readonly PreparedRecord[], size: number): AcceptedBatch[] {
  const partitions = new Map<
    string,
    { domain: string; partition: number; records: AcceptedBatch['records'][number][] }
  >();
  for (const prepared of records) {
    const { domain } = prepared;
    const partition = partitionFor(prepared.record.key!, PARTITIONS);
    const name = nameOf({ domain, partition });
    const found = partitions.get(name) ?? { domain, partition, records: [] };
    found.records.push({ position: found.records.length + 1, prepared });
    partitions.set(name, found);
  }
  const longest = Math.max(...[...partitions.values()].map((partition) => partition.records.length));
  const batches: AcceptedBatch[] = [];
  for (let from = 0; from < longest; from += size) {
    for (const { domain, partition, records: all } of partitions.values()) {
      if (from < all.length) batches.push({ domain, partition, records: all.slice(from, from + size) });
    }
  }
  return batches;
}
