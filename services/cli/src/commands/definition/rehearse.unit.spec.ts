import { describe, expect, it } from '@jest/globals';
import { smallCellsLine, tellingLines } from './rehearse.js';

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

  it('names both cuts of a telling difference', () => {
    const difference = { wider: 'all', narrower: 'part', region: '310118', period: '2021', k: 5 };
    expect(tellingLines([difference])).toEqual([
      'part would lack fewer than 5 people of all (310118, 2021): an edition of it is refused.',
    ]);
    expect(tellingLines([])).toEqual([]);
  });
});
