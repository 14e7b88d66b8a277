import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

const cellOf = (value: string | number | null): string =>
  csvOf([[value]])
    .slice(1)
    .replace('\r\n', '');

describe('CSV', () => {
  it('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(
      csvOf([
        ['甲', 1],
        [null, 'b'],
      ]),
    ).toBe('\uFEFF甲,1\r\n,b\r\n');
  });

  it.each(['a,b', 'a"b', 'a\r\nb'])('quotes %j', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"${text.replace('"', '""')}"\r\n`);
  });

  it.each(['=1+1', '+1', '-1+A1', '-', '@a', '--1'])('makes %s no formula', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  });

  it.each(['-4.9', '-12', '0.5'])('leaves the decimal %s a number', (text) =>
    expect(cellOf(text)).toBe(text),
  );
});
