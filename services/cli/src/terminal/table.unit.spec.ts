import { describe, expect, it } from '@jest/globals';
import { formatTable } from './table.js';
import { displayWidth, pad } from './width.js';

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['养老床位', 8],
    ['3%（含）', 8],
    ['𠮷野家', 6],
    ['é', 1],
    ['✓', 1],
  ])('of %s is %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  it('counts when a text is filled up', () => {
    expect(pad('养老', 6)).toBe('养老  ');
    expect(pad('12', 6, 'right')).toBe('    12');
    expect(pad('too long', 3)).toBe('too long');
  });
});

describe('a table', () => {
  it('keeps its columns straight when Chinese and Latin texts mix', () => {
    const table = formatTable(
      [{ title: '指标' }, { title: 'value', align: 'right' }, { title: '' }],
      [
        ['养老床位', '6,891', '✓'],
        ['beds', '42', '✗'],
      ],
    );
    expect(table.split('\n')).toEqual([
      '指标      value',
      '────────  ─────  ─',
      '养老床位  6,891  ✓',
      'beds         42  ✗',
    ]);
  });
});
