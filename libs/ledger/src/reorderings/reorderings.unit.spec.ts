import { describe, expect, it } from '@jest/globals';
import { ledgerLines } from '../ledger.js';
import { linesOf, reversed, shuffled, thrice, withMalformedLines } from './reorderings.js';

const text = ledgerLines('310118');

describe('reorderings', () => {
  it('keep every line', () => {
    expect(reversed(reversed(text))).toBe(text);
    expect(linesOf(thrice(text)).length).toBe(3 * linesOf(text).length);
    expect(linesOf(shuffled(text, 'a')).sort()).toEqual(linesOf(text).sort());
    expect(shuffled(text, 'a')).toBe(shuffled(text, 'a'));
    expect(shuffled(text, 'a')).not.toBe(shuffled(text, 'b'));
  });

  it('spoil every tenth line and no other', () => {
    const spoilt = withMalformedLines(text);
    const lines = linesOf(spoilt.text);
    const bad = new Set(spoilt.malformed);
    expect(spoilt.malformed.every((line) => line % 10 === 0)).toBe(true);
    expect(lines.length).toBe(spoilt.good + spoilt.malformed.length);
    expect(lines.filter((_, index) => !bad.has(index + 1))).toEqual(linesOf(text));
    const originals = new Set(linesOf(text));
    expect(lines.filter((line, index) => bad.has(index + 1) && originals.has(line))).toEqual([]);
  });
});
