import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryBudget } from './memory-budget.js';
import { NdjsonSplitter } from './ndjson-splitter.js';

const LIMIT = 20;

const split = (
  chunks: readonly Buffer[],
  limit = LIMIT,
  budget = new MemoryBudget(1 << 20),
): [number, string | null][] => {
  const seen: [number, string | null][] = [];
  const sink = {
    line: (number: number, bytes: Buffer) => void seen.push([number, bytes.toString('utf8')]),
    tooLong: (number: number) => void seen.push([number, null]),
  };
  const splitter = new NdjsonSplitter(limit, budget);
  for (const chunk of chunks) splitter.push(chunk, sink);
  splitter.end(sink);
  splitter.release();
  return seen;
};

const inPieces = (bytes: Buffer, size: number): Buffer[] => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
};

describe('NdjsonSplitter', () => {
  it('keeps characters whole when a chunk ends inside their UTF-8 bytes', () => {
    const bytes = Buffer.from('长宁区\n𠮷野家\n');
    for (let size = 1; size <= bytes.length; size++) {
      expect(split(inPieces(bytes, size))).toEqual([
        [1, '长宁区'],
        [2, '𠮷野家'],
      ]);
    }
  });

  it('accepts CRLF, also when the two stand in different chunks', () => {
    expect(split([Buffer.from('a\r'), Buffer.from('\nb\r\n')])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('takes a last line without a line feed', () => {
    expect(split([Buffer.from('a\nb')])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('counts empty and blank lines without reporting them', () => {
    expect(split([Buffer.from('\n \t\n\r\na\n\n')])).toEqual([[4, 'a']]);
  });

  it('reports nothing for an empty stream', () => {
    expect(split([])).toEqual([]);
  });

  it.each([1, 7, 64])('refuses only the line beyond the limit, in chunks of %i', (size) => {
    const lines = ['x'.repeat(LIMIT - 1), 'x'.repeat(LIMIT), 'x'.repeat(LIMIT + 1), 'x'.repeat(500), 'good'];
    expect(split(inPieces(Buffer.from(lines.join('\n')), size))).toEqual([
      [1, lines[0]],
      [2, lines[1]],
      [3, null],
      [4, null],
      [5, 'good'],
    ]);
  });

  it.each([1, 7, 64])('does not count the carriage return as part of the line, in chunks of %i', (size) => {
    const bytes = Buffer.from(`${'x'.repeat(LIMIT)}\r\ngood\r\n`);
    expect(split(inPieces(bytes, size))).toEqual([
      [1, 'x'.repeat(LIMIT)],
      [2, 'good'],
    ]);
  });

  it('holds no more than about one line of an endless one, and gives it back', () => {
    const budget = new MemoryBudget(1 << 16);
    expect(
      split(
        Array.from({ length: 1000 }, () => Buffer.alloc(1024, 'x')),
        4096,
        budget,
      ),
    ).toEqual([[1, null]]);
    expect(budget.inUse).toBe(0);
  });

  it('gives the same lines however the stream is cut', () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => text.replaceAll(/[\r\n\t ]/g, ''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (lines, size) => {
        const bytes = Buffer.from(lines.join('\n'));
        expect(split(inPieces(bytes, size), 1000)).toEqual(split([bytes], 1000));
      }),
    );
  });
});
