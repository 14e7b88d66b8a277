import { uuidV7 } from '@minhai/domain';

export interface YearPartition {
  readonly year: number;
  /** First id of the year, inclusive. */
  readonly from: string;
  /** First id of the following year, exclusive. */
  readonly to: string;
}

/** The smallest UUID whose first 48 bits are the first millisecond of the year in Asia/Shanghai. */
function firstIdOf(year: number): string {
  const prefix = uuidV7(Date.parse(`${year}-01-01T00:00:00+08:00`), new Uint8Array(10)).slice(0, 13);
  return `${prefix}-0000-0000-000000000000`;
}

/** Ranges of time-ordered (v7) ids, one per year. */
export const yearPartitions = (first: number, last: number): YearPartition[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    from: firstIdOf(first + i),
    to: firstIdOf(first + i + 1),
  }));
