import { describe, expect, it } from '@jest/globals';
import type { Problem } from '@minhai/errors';
import { readRecordShape } from '../catalogue/shape.js';
import { LIMITS } from '../limits.js';
import { compilePayloadReader } from './payload-reader.js';

/** Judges one value as the field `x` of this Avro type. */
function verdict(type: unknown, x: unknown): string {
  const shape = readRecordShape({ type: 'record', name: 'Probe', fields: [{ name: 'x', type }] });
  const problems: Problem[] = [];
  compilePayloadReader(shape)({ x }, problems);
  return problems.map(({ code, pointer }) => `${code} ${pointer}`).join() || 'in order';
}

const around = (limit: number): number[] => [limit - 1, limit, limit + 1];
const strings = { type: 'array', items: 'string' };

describe('limits of a JSON payload, one below, at and one above', () => {
  it('counts the bytes of a string, not its characters', () => {
    const ascii = around(LIMITS.stringBytes).map((bytes) => verdict('string', 'a'.repeat(bytes)));
    expect(ascii).toEqual(['in order', 'in order', 'SIZE /data/x']);
    const han = around(LIMITS.stringBytes).map((bytes) =>
      verdict('string', '民'.repeat(Math.floor(bytes / 3)) + 'a'.repeat(bytes % 3)),
    );
    expect(han).toEqual(ascii);
  });

  it('counts items, also when they are spread over nested arrays', () => {
    const flat = around(LIMITS.items).map((items) => verdict(strings, new Array(items).fill('')));
    expect(flat).toEqual(['in order', 'in order', 'SIZE /data/x']);
    const nested = around(LIMITS.items).map((items) =>
      verdict({ type: 'array', items: strings }, [
        new Array(5000).fill(''),
        new Array(items - 5002).fill(''),
      ]),
    );
    expect(nested).toEqual(['in order', 'in order', 'SIZE /data']);
  });

  it.each([
    ['int', 2 ** 31 - 1],
    ['long', LIMITS.long],
  ])('keeps an %s exact', (type, most) => {
    expect(around(most).map((value) => verdict(type, value))).toEqual([
      'in order',
      'in order',
      'NUM_RANGE /data/x',
    ]);
    const least = type === 'int' ? -most - 1 : -most;
    expect(around(least).map((value) => verdict(type, value))).toEqual([
      'NUM_RANGE /data/x',
      'in order',
      'in order',
    ]);
  });

  it('takes a decimal of as many digits as its schema says', () => {
    const money = { type: 'bytes', logicalType: 'decimal', precision: 4, scale: 2 };
    expect(['9.99', '99.99', '100.00', '1.234'].map((value) => verdict(money, value))).toEqual([
      'in order',
      'in order',
      'FIELD_TYPE /data/x',
      'FIELD_TYPE /data/x',
    ]);
  });
});
