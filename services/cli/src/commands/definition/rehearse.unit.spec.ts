import { describe, expect, it } from '@jest/globals';
import { smallCellsLine } from './rehearse.js';

describe('the line about small cells', () => {
  it('given people, counts before and after; given a new indicator, from nothing', () => {
    const after = { k: 10, underThreshold: 3, withheld: 7 };
    expect(smallCellsLine({ before: { k: 10, underThreshold: 1, withheld: 2 }, after })).toBe(
      '街镇 figures under 10 people: 1 → 3; withheld with those beside them: 2 → 7.',
    );
    expect(smallCellsLine({ before: null, after })).toContain('0 → 3');
  });

  it('given no people, says so', () => {
    const none = { k: null, underThreshold: 0, withheld: 0 };
    expect(smallCellsLine({ before: none, after: none })).toBe('It counts no people; nothing is withheld.');
  });
});
