import { writeUtf8 } from '@minhai/domain';
import { pgDay, pgTime, UUID_BYTES, writeInt64, writeUuid } from './binary-fields.js';

/**
 * PostgreSQL's binary array format. pg sends a Buffer parameter in binary, so `unnest($1::uuid[], $2::text[])`
 * skips all text quoting and one prepared statement serves any batch size (measured: 2× UNNEST over text,
 * 4× TypeORM insert).
 */
export interface ArrayValues {
  uuid: string;
  text: string;
  int2: number;
  int4: number;
  int8: number | bigint;
  bytea: Uint8Array;
  /** Epoch milliseconds. */
  timestamptz: number;
  /** `YYYY-MM-DD`. */
  date: string;
  bool: boolean;
}

export type ArrayType = keyof ArrayValues;

interface Encoder<T> {
  readonly oid: number;
  /** Upper bound of the encoded size of one value. */
  readonly bound: (value: T) => number;
  /** Writes at `at` and returns the bytes written. */
  readonly write: (buffer: Buffer, value: T, at: number) => number;
}

const HEADER_BYTES = 20;

const integer = (oid: number, bytes: 2 | 4, limit: number): Encoder<number> => ({
  oid,
  bound: () => bytes,
  write: (buffer, value, at) => {
    if (!Number.isInteger(value) || value < -limit || value >= limit)
      throw new TypeError(`not an int${bytes}: ${value}`);
    if (bytes === 2) buffer.writeInt16BE(value, at);
    else buffer.writeInt32BE(value, at);
    return bytes;
  },
});

const ENCODERS: { readonly [T in ArrayType]: Encoder<ArrayValues[T]> } = {
  uuid: { oid: 2950, bound: () => UUID_BYTES, write: writeUuid },
  text: {
    oid: 25,
    bound: (value) => {
      if (typeof value !== 'string') throw new TypeError('not a string');
      return value.length * 3;
    },
    write: writeUtf8,
  },
  int2: integer(21, 2, 0x8000),
  int4: integer(23, 4, 0x8000_0000),
  int8: {
    oid: 20,
    bound: () => 8,
    write: (buffer, value, at) => {
      if (typeof value === 'number') return writeInt64(buffer, value, at);
      buffer.writeBigInt64BE(value, at);
      return 8;
    },
  },
  bytea: {
    oid: 17,
    bound: (value) => value.length,
    write: (buffer, value, at) => {
      buffer.set(value, at);
      return value.length;
    },
  },
  timestamptz: {
    oid: 1184,
    bound: () => 8,
    write: (buffer, value, at) => writeInt64(buffer, pgTime(value), at),
  },
  date: {
    oid: 1082,
    bound: () => 4,
    write: (buffer, value, at) => buffer.writeInt32BE(pgDay(value), at) - at,
  },
  bool: {
    oid: 16,
    bound: () => 1,
    write: (buffer, value, at) => {
      if (typeof value !== 'boolean') throw new TypeError('not a boolean');
      buffer[at] = value ? 1 : 0;
      return 1;
    },
  },
};

/** The binary form of a one-dimensional array; null and undefined become NULL; a wrong value is a TypeError. */
export function binaryArray<T extends ArrayType>(
  type: T,
  values: readonly (ArrayValues[T] | null | undefined)[],
): Buffer {
  const encoder = ENCODERS[type] as unknown as Encoder<ArrayValues[T]>;
  let bound = HEADER_BYTES;
  // By index: here `for…of` allocates an iterator result for every value.
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    bound += 4 + (value == null ? 0 : encoder.bound(value));
  }
  const buffer = Buffer.allocUnsafe(bound);
  let at = HEADER_BYTES;
  let hasNull = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value == null) {
      hasNull = 1;
      at = buffer.writeInt32BE(-1, at);
      continue;
    }
    const written = encoder.write(buffer, value, at + 4);
    buffer.writeInt32BE(written, at);
    at += 4 + written;
  }
  return writeHeader(buffer, encoder.oid, hasNull, values.length).subarray(0, values.length === 0 ? 12 : at);
}

function writeHeader(buffer: Buffer, oid: number, hasNull: number, length: number): Buffer {
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(hasNull, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}
