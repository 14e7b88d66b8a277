import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingRecord } from '@minhai/kafka';
import { firstSlice } from './first-slice.js';

const record = (bytes: number, offset: number): IncomingRecord => ({
  offset: BigInt(offset),
  timestamp: 0,
  key: null,
  value: bytes === 0 ? null : Buffer.alloc(bytes),
  headers: {},
});

describe('firstSlice', () => {
  it('given a limit of 3 records, when 7 come, then it is 3 long', () => {
    expect(firstSlice([1, 1, 1, 1, 1, 1, 1].map(record), { records: 3, bytes: 100 })).toHaveLength(3);
  });

  it('given a record larger than the byte limit, then it stands alone', () => {
    expect(firstSlice([20, 4].map(record), { records: 10, bytes: 10 })).toHaveLength(1);
    expect(firstSlice([4, 20].map(record), { records: 10, bytes: 10 })).toHaveLength(1);
  });

  it('given any batch, then it is the longest beginning that fits', () => {
    const total = (part: readonly IncomingRecord[]): number =>
      part.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
    const sizes = fc.array(fc.nat(30), { minLength: 1 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (given, most, bytes) => {
          const records = given.map(record);
          const slice = firstSlice(records, { records: most, bytes });
          const longer = records.slice(0, slice.length + 1);
          const fits = (part: readonly IncomingRecord[]): boolean =>
            part.length <= most && total(part) <= bytes;
          expect(slice).toEqual(records.slice(0, slice.length));
          expect(slice.length === 1 || fits(slice)).toBe(true);
          expect(longer.length === slice.length || !fits(longer)).toBe(true);
        },
      ),
    );
  });
});
