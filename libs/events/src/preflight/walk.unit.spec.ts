import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { avroTypeOf } from '../catalogue/logical-types.js';
import { readRecordShape } from '../catalogue/shape.js';
import { LIMITS, type Limits } from '../limits.js';
import { compilePreflight } from './walk.js';

type Field = { name: string; type: unknown };

const recordOf = (...fields: Field[]) => ({ type: 'record', name: 'Probe', fields });
const field = (type: unknown): Field => ({ name: 'x', type });

/** Judges the body of a record with the one field `x`. */
function judgeField(type: unknown, body: Buffer, limits: Limits = LIMITS): string {
  const problem = compilePreflight(readRecordShape(recordOf(field(type))), limits)(body, 0);
  return problem ? `${problem.code} ${problem.pointer}` : 'in order';
}

const encodeField = (type: unknown, x: unknown): Buffer => avroTypeOf(recordOf(field(type))).toBuffer({ x });

/** A zig-zag varint of any size, canonical. */
function varint(value: bigint): Buffer {
  let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
  const bytes: number[] = [];
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

const strings = { type: 'array', items: 'string' };

describe('pre-flight walk', () => {
  it('lets pass what avsc encodes', () => {
    const types: [unknown, unknown][] = [
      ['boolean', true],
      ['int', -(2 ** 31)],
      ['long', 2 ** 52],
      ['long', -(2 ** 52)],
      ['string', '养老𠮷'],
      [strings, ['a', '', '民']],
      [['null', 'string'], null],
      [{ type: 'int', logicalType: 'date' }, '2020-02-29'],
      [{ type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 }, '-27722.04'],
      [{ type: 'enum', name: 'E', symbols: ['A', 'B'] }, 'B'],
      ['bytes', Buffer.from([0, 255])],
    ];
    expect(types.map(([type, value]) => judgeField(type, encodeField(type, value)))).toEqual(
      types.map(() => 'in order'),
    );
  });

  it('given a count that its bytes cannot hold, then AVRO_COUNT, never an allocation', () => {
    const bomb = varint(10n ** 9n);
    expect(judgeField(strings, bomb)).toBe('AVRO_COUNT /data/x');
    expect(judgeField({ type: 'array', items: 'null' }, Buffer.concat([varint(5n * 10n ** 7n)]))).toBe(
      'AVRO_COUNT /data/x',
    );
    expect(judgeField(strings, Buffer.concat([varint(-(10n ** 9n)), varint(4n)]))).toBe('AVRO_COUNT /data/x');
    expect(judgeField(strings, Buffer.concat([varint(-1n), varint(-5n)]))).toBe('AVRO_COUNT /data/x');
    expect(judgeField('string', varint(-1n))).toBe('AVRO_COUNT /data/x');
  });

  it('names the item and field where bytes go wrong', () => {
    const items = { type: 'array', items: recordOf(field('string')) };
    const body = Buffer.concat([
      varint(2n),
      varint(1n),
      Buffer.from('a'),
      varint(2n),
      Buffer.from([0xc3, 0x28]),
      varint(0n),
    ]);
    expect(judgeField(items, body)).toBe('ENCODING /data/x/1/x');
  });

  it.each([
    ['string', Buffer.from([4, 0x61]), 'AVRO_TRUNCATED'],
    ['string', Buffer.alloc(0), 'AVRO_TRUNCATED'],
    ['boolean', Buffer.alloc(0), 'AVRO_TRUNCATED'],
    ['long', Buffer.from([0x80]), 'AVRO_TRUNCATED'],
    ['boolean', Buffer.from([2]), 'FIELD_TYPE'],
    ['boolean', Buffer.from([1, 0]), 'AVRO_TRAILING'],
    [['null', 'string'], varint(2n), 'AVRO_UNION'],
    [['null', 'string'], varint(-1n), 'AVRO_UNION'],
    [{ type: 'enum', name: 'E', symbols: ['A', 'B'] }, varint(2n), 'AVRO_ENUM'],
    ['int', varint(2n ** 31n), 'NUM_RANGE'],
    ['int', varint(-(2n ** 31n) - 1n), 'NUM_RANGE'],
    ['int', varint(2n ** 40n), 'NUM_RANGE'],
    ['long', varint(2n ** 52n + 1n), 'NUM_RANGE'],
    ['long', varint(-(2n ** 52n) - 1n), 'NUM_RANGE'],
    ['long', varint(-(2n ** 63n)), 'NUM_RANGE'],
    ['long', Buffer.from([0x82, 0x00]), 'NUM_RANGE'],
    ['long', Buffer.alloc(11, 0xff), 'NUM_RANGE'],
    [{ type: 'int', logicalType: 'date' }, varint(10_000_000n), 'NUM_RANGE'],
    [
      { type: 'bytes', logicalType: 'decimal', precision: 4, scale: 2 },
      Buffer.from([4, 0x27, 0x10]),
      'NUM_RANGE',
    ],
    [{ type: 'bytes', logicalType: 'decimal', precision: 4, scale: 2 }, varint(0n), 'NUM_RANGE'],
    ['string', Buffer.concat([varint(4n), Buffer.from([0xd1, 0xf8, 0xc0, 0xcf])]), 'ENCODING'],
    ['string', Buffer.concat([varint(3n), Buffer.from([0xed, 0xa0, 0x80])]), 'ENCODING'],
    ['string', Buffer.concat([varint(3n), Buffer.from('\u200b')]), 'CONTROL_CHAR'],
    ['string', Buffer.from([2, 0]), 'CONTROL_CHAR'],
  ])('%j with hostile bytes %# is refused', (type, body, code) => {
    expect(judgeField(type, body)).toBe(`${code} ${code === 'AVRO_TRAILING' ? '/data' : '/data/x'}`);
  });

  it('given a long at the limit, then avsc gives back the same number', () => {
    const type = avroTypeOf(recordOf(field('long')));
    for (const x of [2 ** 52, -(2 ** 52), 2 ** 52 - 1, -(2 ** 52) + 1])
      expect(type.fromBuffer(type.toBuffer({ x }))).toEqual({ x });
    expect(() => type.toBuffer({ x: 2 ** 52 + 1 })).toThrow();
  });
});

describe('limits of the pre-flight walk, one below, at and one above', () => {
  const verdicts = (bodies: Buffer[], type: unknown, limits?: Limits) =>
    bodies.map((body) => judgeField(type, body, limits));
  const aroundLimit = (limit: number, make: (size: number) => Buffer) =>
    [limit - 1, limit, limit + 1].map(make);

  it('string bytes', () => {
    const bodies = aroundLimit(LIMITS.stringBytes, (size) => encodeField('string', 'a'.repeat(size)));
    expect(verdicts(bodies, 'string')).toEqual(['in order', 'in order', 'SIZE /data/x']);
  });

  it('bytes field', () => {
    const limits = { ...LIMITS, valueBytes: 2 * LIMITS.valueBytes };
    const bodies = aroundLimit(LIMITS.bytesFieldBytes, (size) => encodeField('bytes', Buffer.alloc(size)));
    expect(verdicts(bodies, 'bytes', limits)).toEqual(['in order', 'in order', 'SIZE /data/x']);
  });

  it('value bytes', () => {
    const part = LIMITS.stringBytes - 10;
    const make = (size: number) => {
      const texts = ['a'.repeat(part), 'b'.repeat(part), 'c'.repeat(part), 'd'.repeat(part)];
      const missing = size - encodeField(strings, [...texts, 'e']).length;
      return encodeField(strings, [...texts, 'e'.repeat(1 + missing)]);
    };
    const bodies = aroundLimit(LIMITS.valueBytes, make);
    expect(bodies.map((body) => body.length - LIMITS.valueBytes)).toEqual([-1, 0, 1]);
    expect(verdicts(bodies, strings)).toEqual(['in order', 'in order', 'SIZE /data']);
  });

  it('items, also when they are spread over nested arrays', () => {
    const bodies = aroundLimit(LIMITS.items, (size) => encodeField(strings, new Array(size).fill('')));
    expect(verdicts(bodies, strings)).toEqual(['in order', 'in order', 'AVRO_COUNT /data/x']);
    const nested = { type: 'array', items: strings };
    const rows = (size: number) =>
      encodeField(nested, [new Array(5000).fill(''), new Array(size - 5002).fill('')]);
    expect(verdicts(aroundLimit(LIMITS.items, rows), nested)).toEqual([
      'in order',
      'in order',
      'AVRO_COUNT /data/x/1',
    ]);
  });

  it('depth', () => {
    // The record itself is one level.
    const nest = (levels: number): unknown =>
      levels === 1 ? 'string' : { type: 'array', items: nest(levels - 1) };
    const value = (levels: number): unknown => (levels === 1 ? 'a' : [value(levels - 1)]);
    const judged = [LIMITS.depth - 1, LIMITS.depth, LIMITS.depth + 1].map((levels) =>
      judgeField(nest(levels), encodeField(nest(levels), value(levels))).replace(/(\/0)+$/, ''),
    );
    expect(judged).toEqual(['in order', 'in order', 'AVRO_DEPTH /data/x']);
  });
});

/** Weak references to what a walk was given. */
function walkedOver(): WeakRef<Buffer>[] {
  const preflight = compilePreflight(readRecordShape(recordOf(field('string'))));
  kept.push(preflight);
  return [encodeField('string', 'x'.repeat(1000)), Buffer.alloc(1000, 0x7f)].map((bytes) => {
    preflight(bytes, 0);
    return new WeakRef(bytes);
  });
}
const kept: unknown[] = [];

describe('the walk', () => {
  it('lets go of what it walked over, so that an idle schema keeps no batch in memory', async () => {
    const references = walkedOver();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let turn = 0; turn < 20 && references.some((one) => one.deref()); turn++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      collect();
    }
    expect(references.map((one) => one.deref() === undefined)).toEqual([true, true]);
    expect(kept).toHaveLength(1);
  });
});
