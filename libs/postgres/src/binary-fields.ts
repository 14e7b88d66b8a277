import { epochDayOf } from '@minhai/domain';

/** Fields as PostgreSQL has them in binary. Each writes at `at` and returns the bytes written; a wrong value is a TypeError. */

const PG_EPOCH_MS = 946_684_800_000;
const PG_EPOCH_DAY = 10_957;
const MICROSECONDS = 1000;
const BEYOND_INT32 = 0x1_0000_0000;

/** Epoch milliseconds → PostgreSQL's microseconds. */
export const pgTime = (epochMs: number): number => (epochMs - PG_EPOCH_MS) * MICROSECONDS;

/** `YYYY-MM-DD` → PostgreSQL's number of the day. */
export function pgDay(day: string): number {
  const number = epochDayOf(day);
  if (!Number.isInteger(number)) throw new TypeError('not a date');
  return number - PG_EPOCH_DAY;
}

export function writeInt64(buffer: Buffer, value: number, at: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`);
  const high = Math.floor(value / BEYOND_INT32);
  buffer.writeInt32BE(high, at);
  buffer.writeUInt32BE(value - high * BEYOND_INT32, at + 4);
  return 8;
}

/** Character code → value of the hexadecimal digit; 0xff for anything else. */
const NIBBLES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? 0xff : value;
});

export const UUID_BYTES = 16;
const DASHED = 36;
const PLAIN = 32;

/** With dashes or without. */
export function writeUuid(buffer: Buffer, value: string, at: number): number {
  if (typeof value !== 'string' || (value.length !== DASHED && value.length !== PLAIN))
    throw new TypeError('not a uuid');
  const end = at + UUID_BYTES;
  let byte = at;
  for (let i = 0; i < value.length; i += 2) {
    if (value.charCodeAt(i) === 45) i++;
    const high = NIBBLES[value.charCodeAt(i)] ?? 0xff;
    const low = NIBBLES[value.charCodeAt(i + 1)] ?? 0xff;
    if ((high | low) > 0xf || byte === end) throw new TypeError('not a uuid');
    buffer[byte++] = (high << 4) | low;
  }
  if (byte !== end) throw new TypeError('not a uuid');
  return UUID_BYTES;
}
