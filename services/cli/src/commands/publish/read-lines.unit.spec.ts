import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { countLines, readLineBatches } from './read-lines.js';

const read = async (chunks: readonly string[], most = 2): Promise<[number, string | null][][]> => {
  const batches: [number, string | null][][] = [];
  for await (const batch of readLineBatches(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), most)) {
    batches.push(batch.map(({ number, bytes }) => [number, bytes?.toString() ?? null]));
  }
  return batches;
};

describe('readLineBatches', () => {
  it('groups lines with their numbers in the file', async () => {
    expect(await read(['a\n\nb', 'c\r\nd\ne'])).toEqual([
      [
        [1, 'a'],
        [3, 'bc'],
      ],
      [
        [4, 'd'],
        [5, 'e'],
      ],
    ]);
  });

  it('keeps the place of a line that is too long', async () => {
    expect(await read(['a\n', 'x'.repeat(1024 * 1024 + 1), '\nb'], 10)).toEqual([
      [
        [1, 'a'],
        [2, null],
        [3, 'b'],
      ],
    ]);
  });

  it('closes a batch at its size too', async () => {
    const line = `${'x'.repeat(1024 * 1024)}\n`;
    expect((await read([line, line, line, line, line], 100)).map((batch) => batch.length)).toEqual([4, 1]);
  });

  it('reads nothing from nothing', async () => {
    expect(await read([])).toEqual([]);
  });
});

describe('countLines', () => {
  it('counts line feeds', async () => {
    expect(await countLines(Readable.from([Buffer.from('a\nb'), Buffer.from('\n\n')]))).toBe(3);
  });
});
