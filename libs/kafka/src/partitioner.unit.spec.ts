import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionFor } from './partitioner.js';

describe('partitionFor', () => {
  it('given any key, then it agrees with the default partitioner of kafkajs', () => {
    const theirs = Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 64 }), (bytes, count) => {
        const key = Buffer.from(bytes);
        const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({
          partitionId,
          leader: 1,
        }));
        const expected = theirs({
          topic: 't',
          partitionMetadata: partitionMetadata as never,
          message: { key, value: null },
        });
        expect(partitionFor(key, count)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the places of known keys: moving one would break the order of its events', () => {
    const keys = ['52310118MJ5678901A', 'SH-QP-0007:NURSING', '浦东新区', 'a'];
    expect(keys.map((key) => partitionFor(Buffer.from(key), 4))).toEqual([3, 0, 3, 0]);
  });
});
