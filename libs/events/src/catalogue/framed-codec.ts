import { RejectedEventError } from '@minhai/errors';
import type avro from 'avsc';
import { LIMITS } from '../limits.js';

/** Confluent frame: one zero byte, schema id as int32 big-endian, Avro. */
export const FRAME_BYTES = 5;

const SLAB_BYTES = 32 * 1024;

// Values are written one behind the other into a slab and handed out as views of it: no copy, one allocation for a
// hundred events. Node is single-threaded per isolate. A slab lives as long as any of its values, as Node's own pool does.
let slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
let used = 0;

function freshSlab(bytes: number): void {
  slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, bytes));
  used = 0;
}

/** Throws RejectedEventError FIELD_TYPE when the payload does not fit, SIZE beyond the limit. */
export function encodeFramed(type: avro.Type, schemaId: number, data: object): Buffer {
  if (used + FRAME_BYTES >= slab.length) freshSlab(SLAB_BYTES);
  let end = tryEncode(type, data);
  if (end < 0) {
    const needed = slab.length - used - end;
    if (needed > LIMITS.valueBytes) throw new RejectedEventError('SIZE', '/data');
    freshSlab(needed);
    end = tryEncode(type, data);
  }
  const start = used;
  slab[start] = 0;
  slab.writeInt32BE(schemaId, start + 1);
  used = end;
  return slab.subarray(start, end);
}

/** End of the value in the slab, or minus the bytes that are missing. */
function tryEncode(type: avro.Type, data: object): number {
  try {
    return type.encode(data, slab, used + FRAME_BYTES);
  } catch (error) {
    throw new RejectedEventError('FIELD_TYPE', firstInvalid(type, data), undefined, { cause: error });
  }
}

function firstInvalid(type: avro.Type, data: object): string {
  let pointer = '/data';
  type.isValid(data, {
    errorHook: (path) => {
      if (pointer === '/data') pointer = `/data/${path.join('/')}`;
    },
  });
  return pointer;
}

export const decodeFramed = (type: avro.Type, framed: Buffer): Readonly<Record<string, unknown>> =>
  (type.decode(framed, FRAME_BYTES) as { value: Record<string, unknown> }).value;
