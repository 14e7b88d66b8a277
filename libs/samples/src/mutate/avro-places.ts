import type { RecordShape, Shape } from '@minhai/events';

export type PlaceKind = 'int' | 'long' | 'boolean' | 'length' | 'text' | 'union' | 'enum' | 'count';

/** Where in an Avro value something stands: bytes [start, end). `length` and `count` are the varints before a text or list. */
export interface Place {
  readonly kind: PlaceKind;
  readonly start: number;
  readonly end: number;
}

/** The places of a valid value from `position` on. Throws RangeError when the bytes are not one of that shape. */
export function avroPlaces(shape: RecordShape, value: Buffer, position: number): Place[] {
  const walk: Walk = { value, position, places: [] };
  passOver(shape, walk);
  return walk.places;
}

interface Walk {
  readonly value: Buffer;
  position: number;
  readonly places: Place[];
}

function passOver(shape: Shape, walk: Walk): void {
  switch (shape.kind) {
    case 'null':
      return;
    case 'boolean':
      skip(walk, 'boolean', 1);
      return;
    case 'int':
    case 'date':
      readVarint(walk, 'int');
      return;
    case 'long':
    case 'enum':
      readVarint(walk, shape.kind);
      return;
    case 'string':
    case 'bytes':
    case 'decimal':
      skip(walk, shape.kind === 'string' ? 'text' : undefined, readVarint(walk, 'length'));
      return;
    case 'union':
      passOver(shape.branches[readVarint(walk, 'union')]!, walk);
      return;
    case 'array':
      passOverBlocks(shape.items, walk);
      return;
    case 'record':
      for (const field of shape.fields) passOver(field.shape, walk);
  }
}

function passOverBlocks(items: Shape, walk: Walk): void {
  for (;;) {
    const count = readVarint(walk, 'count');
    if (count === 0) return;
    if (count < 0) readVarint(walk, 'length');
    for (let i = 0; i < Math.abs(count); i++) passOver(items, walk);
  }
}

function skip(walk: Walk, kind: PlaceKind | undefined, length: number): void {
  const start = walk.position;
  walk.position += length;
  if (length < 0 || walk.position > walk.value.length) throw new RangeError('not a value of this shape');
  if (kind !== undefined) walk.places.push({ kind, start, end: walk.position });
}

/** Zigzag; values of valid events are exact in a number. */
function readVarint(walk: Walk, kind: PlaceKind): number {
  const start = walk.position;
  let unsigned = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = walk.value[walk.position++];
    if (byte === undefined || shift > 63n) throw new RangeError('not a value of this shape');
    unsigned |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  walk.places.push({ kind, start, end: walk.position });
  return Number(BigInt.asIntN(64, (unsigned >> 1n) ^ -(unsigned & 1n)));
}

/** Zigzag varint of a number. */
export function varint(value: bigint): Buffer {
  let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
  const written: number[] = [];
  while (rest > 0x7fn) {
    written.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return Buffer.from([...written, Number(rest)]);
}
