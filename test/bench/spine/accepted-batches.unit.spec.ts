import { describe, expect, it } from '@jest/globals';
import { acceptedBatches } from './accepted-batches.js';
import { eventStream } from './event-stream.js';
import { preparedRecords } from './prepared-records.js';

describe('batches for the fact engine', () => {
  const records = preparedRecords(eventStream(1_000, 3), 'mca');
  const batches = acceptedBatches(records, 50);

  it('hold every record once, no more than asked for', () => {
    expect(batches.flatMap((batch) => batch.records)).toHaveLength(records.length);
    expect(Math.max(...batches.map((batch) => batch.records.length))).toBe(50);
  });

  it('count positions from 1 in every partition, without gaps', () => {
    const eldercare = batches.filter(({ domain, partition }) => domain === 'eldercare' && partition === 0);
    const positions = eldercare.flatMap((batch) => batch.records.map(({ position }) => position));
    expect(positions).toEqual(positions.map((_, i) => i + 1));
  });
});
