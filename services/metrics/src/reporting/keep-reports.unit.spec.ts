import { describe, expect, it } from '@jest/globals';
import { portionOf } from './keep-reports.js';

const window = (partition: number, after: number, until: number) => ({
  domain: 'ref',
  partition,
  after,
  until,
});

describe('a portion of what is behind', () => {
  it('given more than fits, takes whole partitions and the beginning of the next', () => {
    expect(portionOf([window(0, 5, 8), window(1, 0, 90), window(2, 0, 1)], 10)).toEqual([
      window(0, 5, 8),
      window(1, 0, 7),
    ]);
  });

  it('given less, takes it all; given nothing, nothing', () => {
    expect(portionOf([window(0, 5, 8), window(1, 0, 7)], 10)).toHaveLength(2);
    expect(portionOf([], 10)).toEqual([]);
  });
});
