import { loadCatalogue, type Catalogue } from '@minhai/events';
import { between, bytes, pick, type Random } from '../random.js';
import { avroPlaces, varint, type Place, type PlaceKind } from './avro-places.js';

/** A hostile or malformed variant of a framed Avro value. */
export interface AvroMutation {
  readonly name: string;
  readonly value: Buffer | null;
  /** True when the bytes may happen to be a valid value again (a flipped bit in a name). */
  readonly mayPass: boolean;
}

const FRAME_BYTES = 5;

type Edit = (value: Buffer, random: Random) => Buffer | null;

const concat = (...parts: (Uint8Array | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

/** Bytes around and instead of a value, whatever its schema. */
const OF_ANY: Readonly<Record<string, Edit>> = {
  'null value': () => null,
  'empty value': () => Buffer.alloc(0),
  'missing frame': (value) => (value[FRAME_BYTES] === 0 ? null : value.subarray(FRAME_BYTES)),
  'frame alone': (value) => value.subarray(0, FRAME_BYTES),
  'frame cut': (value, random) => value.subarray(0, between(random, 1, FRAME_BYTES - 1)),
  'another magic byte': (value, random) => concat([between(random, 1, 255)], value.subarray(1)),
  'bad schema id': (value) => concat([0, 0x7f, 0xff, 0xff, 0xff], value.subarray(FRAME_BYTES)),
  'negative schema id': (value) => concat([0, 0xff, 0xff, 0xff, 0xff], value.subarray(FRAME_BYTES)),
  truncated: (value, random) => value.subarray(0, between(random, FRAME_BYTES, value.length - 1)),
  'trailing byte': (value) => concat(value, [0]),
  'trailing bytes': (value, random) => concat(value, bytes(random, between(random, 2, 64))),
  'value twice': (value) => concat(value, value.subarray(FRAME_BYTES)),
  'frame twice': (value) => concat(value.subarray(0, FRAME_BYTES), value),
  'larger than a value may be': (value) => concat(value, Buffer.alloc(1024 * 1024)),
  'JSON for Avro': (value) => concat(value.subarray(0, FRAME_BYTES), Buffer.from('{"id":1}')),
  'container file': () => Buffer.from('Obj\u0001', 'latin1'),
  'count bomb for a value': (value) => concat(value.subarray(0, FRAME_BYTES), varint(2n ** 62n)),
  'varint without end': (value) => concat(value.subarray(0, FRAME_BYTES), Buffer.alloc(64, 0xff)),
};

/** What stands instead of a place of this kind. */
const OF_PLACE: Readonly<
  Record<string, readonly [PlaceKind, (place: Buffer, random: Random) => Uint8Array]>
> = {
  'array count bomb': ['count', () => varint(2n ** 53n)],
  'array count negative without end': ['count', () => concat(varint(-(2n ** 40n)), varint(0n))],
  'array count of the lowest long': ['count', () => varint(-(2n ** 63n))],
  'bad union index': ['union', (_, random) => varint(BigInt(between(random, 2, 1_000)))],
  'negative union index': ['union', () => varint(-1n)],
  'bad enum index': ['enum', () => varint(1_000n)],
  'text longer than its value': ['length', () => varint(100_000n)],
  'text of negative length': ['length', () => varint(-1n)],
  'text of the greatest length': ['length', () => varint(2n ** 63n - 1n)],
  'overlong varint': ['length', (place) => concat(overlong(place))],
  'varint of eleven bytes': ['length', () => Buffer.from([...Array(10).fill(0x80), 0x01])],
  'number beyond 32 bits': ['int', () => varint(2n ** 40n)],
  'number beyond exact numbers': ['long', () => varint(2n ** 60n)],
  'truth value of two': ['boolean', () => Buffer.from([2])],
  'invalid UTF-8': ['text', (place) => concat([0xff], place.subarray(1))],
  'GBK bytes': ['text', (place) => concat([0xc3, 0xf1].slice(0, place.length), place.subarray(2))],
  'NUL in a text': ['text', (place) => concat([0], place.subarray(1))],
};

/** The same number in eleven bytes: more than a long can need. */
const overlong = (place: Buffer): number[] => [
  ...[...place].map((byte) => byte | 0x80),
  ...Array<number>(10 - place.length).fill(0x80),
  0,
];

/**
 * Hostile and malformed variants of a valid framed value (0x00, schema id, Avro), one of every kind its schema has a
 * place for. All but those that `mayPass` must be refused with a code of the closed list.
 * Throws RangeError when the value is not framed with a schema of the catalogue.
 */
export function avroMutations(
  framed: Buffer,
  random: Random,
  catalogue: Catalogue = loadCatalogue(),
): AvroMutation[] {
  const version = framed.length > FRAME_BYTES ? catalogue.findSchema(framed.readInt32BE(1)) : undefined;
  if (!version) throw new RangeError('only a framed value of the catalogue can be mutated');
  const places = avroPlaces(version.shape, framed, FRAME_BYTES);
  const found: AvroMutation[] = [];
  const add = (name: string, value: Buffer | null, mayPass = false) => found.push({ name, value, mayPass });
  for (const [name, edit] of Object.entries(OF_ANY)) add(name, edit(framed, random));
  for (const [name, [kind, instead]] of Object.entries(OF_PLACE)) {
    const fitting = places.filter((place) => place.kind === kind && place.end > place.start);
    if (fitting.length > 0) add(name, withPlace(framed, pick(random, fitting), instead, random));
  }
  for (const flips of [1, 2, 8, 32]) add(`${flips} flipped bits`, flipBits(framed, flips, random), true);
  add('random bytes behind the frame', concat(framed.subarray(0, FRAME_BYTES), bytes(random, 64)), true);
  return found;
}

function withPlace(
  framed: Buffer,
  { start, end }: Place,
  instead: (place: Buffer, random: Random) => Uint8Array,
  random: Random,
): Buffer {
  return concat(
    framed.subarray(0, start),
    instead(framed.subarray(start, end), random),
    framed.subarray(end),
  );
}

function flipBits(framed: Buffer, count: number, random: Random): Buffer {
  const flipped = Buffer.from(framed);
  for (let i = 0; i < count; i++) {
    const at = between(random, 0, flipped.length - 1);
    flipped[at] = flipped[at]! ^ (1 << between(random, 0, 7));
  }
  return flipped;
}
