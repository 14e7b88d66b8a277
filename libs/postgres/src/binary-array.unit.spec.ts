import { describe, expect, it } from '@jest/globals';
import { binaryArray } from './binary-array.js';

const headerOf = (array: Buffer) => ({
  dimensions: array.readInt32BE(0),
  hasNull: array.readInt32BE(4),
  oid: array.readInt32BE(8),
});

describe('binary array', () => {
  it('given no values, then it is an array without dimensions', () => {
    expect(binaryArray('text', [])).toHaveLength(12);
    expect(headerOf(binaryArray('text', []))).toEqual({ dimensions: 0, hasNull: 0, oid: 25 });
  });

  it('given values and NULLs, then each element has its length or −1', () => {
    const array = binaryArray('text', ['养老', null, undefined, '']);
    expect(headerOf(array)).toEqual({ dimensions: 1, hasNull: 1, oid: 25 });
    expect(array.readInt32BE(12)).toBe(4);
    expect(array.readInt32BE(20)).toBe(6);
    expect(array.subarray(24, 30).toString()).toBe('养老');
    expect([array.readInt32BE(30), array.readInt32BE(34), array.readInt32BE(38)]).toEqual([-1, -1, 0]);
    expect(array).toHaveLength(42);
  });

  it('given a uuid with dashes or without, writes the same bytes', () => {
    const id = '01725b0c-0000-7000-8000-00000000000a';
    expect(binaryArray('uuid', [id.replaceAll('-', '')])).toEqual(binaryArray('uuid', [id]));
  });

  it('given texts of any length and script, writes them in UTF-8', () => {
    const texts = [
      '',
      'a',
      '养',
      'é'.repeat(40),
      'x'.repeat(64),
      'x'.repeat(65),
      `${'x'.repeat(63)}养`,
      '\ud83d\ude00',
    ];
    const array = binaryArray('text', texts);
    let at = 20;
    for (const text of texts) {
      const length = array.readInt32BE(at);
      expect(array.subarray(at + 4, at + 4 + length).toString()).toBe(text);
      at += 4 + length;
    }
    expect(at).toBe(array.length);
  });

  it.each([
    ['uuid', 'not-a-uuid'],
    ['uuid', '01725b0c-0000-7000-8000-00000000000g'],
    ['uuid', '01725b0c000070008000000000000001abcd'],
    ['uuid', '01725b0c-0000-7000-8000-00000000'],
    ['int2', 32_768],
    ['int4', 1.5],
    ['int8', 2 ** 53],
    ['bool', 'true'],
    ['date', '2020-13-01'],
    ['text', 5],
  ] as const)('refuses %s %p instead of writing something else', (type, value) => {
    expect(() => binaryArray(type, [value as never])).toThrow(TypeError);
  });
});
