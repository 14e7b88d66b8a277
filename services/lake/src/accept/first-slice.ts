import type { IncomingRecord } from '@minhai/kafka';

export interface SliceLimits {
  readonly records: number;
  readonly bytes: number;
}

/** The beginning of a batch that is small enough for one transaction; at least one record, whatever its size. */
export function firstSlice(
  records: readonly IncomingRecord[],
  limits: SliceLimits,
): readonly IncomingRecord[] {
  let bytes = 0;
  for (let i = 0; i < records.length; i++) {
    bytes += records[i]!.value?.length ?? 0;
    if (i > 0 && (i >= limits.records || bytes > limits.bytes)) return records.slice(0, i);
  }
  return records;
}
