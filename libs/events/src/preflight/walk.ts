import type { Code, Problem } from '@minhai/errors';
import type { FieldShape, RecordShape, Shape } from '../catalogue/shape.js';
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY, readSigned } from '../catalogue/logical-types.js';
import { LIMITS, type Limits } from '../limits.js';
import { problem } from '../outcome.js';
import { judgeUtf8 } from '../text/text-rules.js';
import { Cursor } from './cursor.js';

/** Passes over one value; false with `cursor.code` set when its bytes must not reach the decoder. */
type Walk = (cursor: Cursor) => boolean;

/**
 * Judges untrusted Avro bytes before any decoder sees them: a five-byte array header alone can end the process inside
 * avsc. Compiled once per schema; about a microsecond per event. Answers the first problem, undefined when the bytes
 * from `position` to the end are exactly one value within the limits.
 */
export type Preflight = (buffer: Buffer, position: number) => Problem | undefined;

export function compilePreflight(shape: RecordShape, limits: Limits = LIMITS): Preflight {
  const walk = compileWalk(shape);
  const cursor = new Cursor(limits);
  return (buffer, position) => {
    if (buffer.length > limits.valueBytes) return problem('SIZE', '/data');
    cursor.start(buffer, position);
    const passes = walk(cursor);
    cursor.release();
    if (!passes) return problem(cursor.code!, `/data${cursor.pointer}`);
    return cursor.position === cursor.end ? undefined : problem('AVRO_TRAILING', '/data');
  };
}

function compileWalk(shape: Shape): Walk {
  switch (shape.kind) {
    case 'null':
      return () => true;
    case 'boolean':
      return walkBoolean;
    case 'int':
      return (cursor) => !Number.isNaN(cursor.readInt());
    case 'long':
      return walkLong;
    case 'date':
      return walkDate;
    case 'string':
      return walkString;
    case 'bytes':
      return walkBytes;
    case 'decimal':
      return compileDecimal(shape.precision);
    case 'enum':
      return compileIndex(shape.symbols.length, 'AVRO_ENUM');
    case 'union':
      return compileUnion(shape.branches);
    case 'array':
      return compileArray(shape.items);
    case 'record':
      return compileRecord(shape.fields);
  }
}

function walkBoolean(cursor: Cursor): boolean {
  if (cursor.position >= cursor.end) return cursor.fail('AVRO_TRUNCATED');
  return cursor.buffer[cursor.position++]! <= 1 || cursor.fail('FIELD_TYPE');
}

function walkLong(cursor: Cursor): boolean {
  const value = cursor.readLong();
  if (Number.isNaN(value)) return false;
  return Math.abs(value) <= cursor.limits.long || cursor.fail('NUM_RANGE');
}

function walkDate(cursor: Cursor): boolean {
  const value = cursor.readInt();
  if (Number.isNaN(value)) return false;
  return (value >= FIRST_EPOCH_DAY && value <= LAST_EPOCH_DAY) || cursor.fail('NUM_RANGE');
}

/** Length of a string or bytes, −1 after a failure. */
function readLength(cursor: Cursor, limit: number): number {
  const length = cursor.readLong();
  if (Number.isNaN(length)) return -1;
  if (length < 0) cursor.fail('AVRO_COUNT');
  else if (length > limit) cursor.fail('SIZE');
  else if (length > cursor.end - cursor.position) cursor.fail('AVRO_TRUNCATED');
  else return length;
  return -1;
}

function walkString(cursor: Cursor): boolean {
  const length = readLength(cursor, cursor.limits.stringBytes);
  if (length < 0) return false;
  const start = cursor.position;
  cursor.position += length;
  const code = judgeUtf8(cursor.buffer, start, cursor.position);
  return code === undefined || cursor.fail(code);
}

function walkBytes(cursor: Cursor): boolean {
  const length = readLength(cursor, cursor.limits.bytesFieldBytes);
  if (length < 0) return false;
  cursor.position += length;
  return true;
}

function compileDecimal(precision: number): Walk {
  const limit = 10n ** BigInt(precision);
  // A byte holds more than two decimal digits, so a longer value cannot be meant.
  const maximumBytes = Math.ceil(precision / 2) + 1;
  return (cursor) => {
    const length = readLength(cursor, cursor.limits.bytesFieldBytes);
    if (length < 0) return false;
    if (length === 0 || length > maximumBytes) return cursor.fail('NUM_RANGE');
    const value = readSigned(cursor.buffer.subarray(cursor.position, cursor.position + length));
    cursor.position += length;
    return (value < limit && value > -limit) || cursor.fail('NUM_RANGE');
  };
}

function compileIndex(size: number, code: Code): Walk {
  return (cursor) => {
    const index = cursor.readLong();
    if (Number.isNaN(index)) return false;
    return (index >= 0 && index < size) || cursor.fail(code);
  };
}

function compileUnion(branches: readonly Shape[]): Walk {
  const walks = branches.map(compileWalk);
  return (cursor) => {
    const index = cursor.readLong();
    if (Number.isNaN(index)) return false;
    const walk = walks[index];
    return walk === undefined ? cursor.fail('AVRO_UNION') : walk(cursor);
  };
}

function compileArray(items: Shape): Walk {
  const walk = compileWalk(items);
  return (cursor) => {
    if (++cursor.depth > cursor.limits.depth) return cursor.fail('AVRO_DEPTH');
    let index = 0;
    for (;;) {
      const count = readBlockCount(cursor);
      if (count < 0) return false;
      if (count === 0) break;
      for (let i = 0; i < count; i++, index++) {
        if (walk(cursor)) continue;
        cursor.pointer = `/${index}${cursor.pointer}`;
        return false;
      }
    }
    cursor.depth--;
    return true;
  };
}

/** Items of the next block, 0 at the end, −1 after a failure. */
function readBlockCount(cursor: Cursor): number {
  let count = cursor.readLong();
  if (Number.isNaN(count)) return -1;
  if (count < 0) {
    // A negative count is followed by the block's size in bytes; decoders use it to skip, the walk never skips.
    const bytes = cursor.readLong();
    if (Number.isNaN(bytes)) return -1;
    if (bytes < 0 || bytes > cursor.end - cursor.position) count = Number.POSITIVE_INFINITY;
    else count = -count;
  }
  cursor.items += count;
  if (count <= cursor.end - cursor.position && cursor.items <= cursor.limits.items) return count;
  cursor.fail('AVRO_COUNT');
  return -1;
}

function compileRecord(fields: readonly FieldShape[]): Walk {
  const walks = fields.map((field) => compileWalk(field.shape));
  return (cursor) => {
    if (++cursor.depth > cursor.limits.depth) return cursor.fail('AVRO_DEPTH');
    for (let i = 0; i < walks.length; i++) {
      if (walks[i]!(cursor)) continue;
      cursor.pointer = `/${fields[i]!.name}${cursor.pointer}`;
      return false;
    }
    cursor.depth--;
    return true;
  };
}
