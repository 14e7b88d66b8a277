import { writeUtf8 } from '@minhai/domain';
import { pgDay, pgTime, UUID_BYTES, writeInt64, writeUuid } from './binary-fields.js';

const COPY_DATA = 0x64;
const COPY_DONE = 0x63;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const ARRAY_HEADER_BYTES = 20;
const INT2_OID = 21;
const UUID_OID = 2950;

/**
 * Rows for `Transaction.copyIn`, written field by field in the order of the columns. One buffer holds what goes to the
 * server, so that nothing is copied on its way there. Null and undefined become NULL; a wrong value is a TypeError.
 */
export class CopyRows {
  private buffer: Buffer;
  private at: number;

  constructor(
    readonly columns: readonly string[],
    expectedBytes: number,
  ) {
    this.buffer = Buffer.allocUnsafe(Math.max(256, expectedBytes));
    this.at = 5;
    this.raw(SIGNATURE);
  }

  /** Begins a row; a field for every column must follow. */
  row(): void {
    this.room(2);
    this.at = this.buffer.writeInt16BE(this.columns.length, this.at);
  }

  text(value: string | null | undefined): void {
    if (value == null) return this.nothing();
    if (typeof value !== 'string') throw new TypeError('not a string');
    this.room(4 + value.length * 3);
    this.close(writeUtf8(this.buffer, value, this.at + 4));
  }

  bytes(value: Uint8Array | null | undefined): void {
    if (value == null) return this.nothing();
    this.room(4 + value.length);
    this.buffer.writeInt32BE(value.length, this.at);
    this.buffer.set(value, this.at + 4);
    this.at += 4 + value.length;
  }

  int2(value: number): void {
    whole(value, 0x8000);
    this.room(6);
    this.buffer.writeInt16BE(value, this.at + 4);
    this.close(2);
  }

  int4(value: number): void {
    whole(value, 0x8000_0000);
    this.room(8);
    this.buffer.writeInt32BE(value, this.at + 4);
    this.close(4);
  }

  boolean(value: boolean): void {
    if (typeof value !== 'boolean') throw new TypeError('not a boolean');
    this.room(5);
    this.buffer[this.at + 4] = value ? 1 : 0;
    this.close(1);
  }

  int8(value: number | bigint | null | undefined): void {
    if (value == null) return this.nothing();
    this.room(12);
    this.close(writeInt64(this.buffer, Number(value), this.at + 4));
  }

  /** Epoch milliseconds. */
  timestamptz(value: number | null | undefined): void {
    this.int8(value == null ? null : pgTime(value));
  }

  /** `YYYY-MM-DD`. */
  date(value: string | null | undefined): void {
    if (value == null) this.nothing();
    else this.int4(pgDay(value));
  }

  uuid(value: string | null | undefined): void {
    if (value == null) return this.nothing();
    this.room(4 + UUID_BYTES);
    this.close(writeUuid(this.buffer, value, this.at + 4));
  }

  uuids(values: readonly string[]): void {
    this.array(UUID_OID, values.length, 4 + UUID_BYTES);
    for (const value of values) this.uuid(value);
  }

  int2s(values: readonly number[]): void {
    this.array(INT2_OID, values.length, 6);
    for (const value of values) this.int2(value);
  }

  /** The messages of the protocol that carry the rows and end them. Nothing may be added afterwards. */
  messages(): Buffer {
    this.room(7);
    this.at = this.buffer.writeInt16BE(-1, this.at);
    this.buffer[0] = COPY_DATA;
    this.buffer.writeInt32BE(this.at - 1, 1);
    this.buffer[this.at++] = COPY_DONE;
    this.at = this.buffer.writeInt32BE(4, this.at);
    return this.buffer.subarray(0, this.at);
  }

  private nothing(): void {
    this.room(4);
    this.word(-1);
  }

  /** Ends a field of so many bytes, which stand behind the room for its length. */
  private close(bytes: number): void {
    this.buffer.writeInt32BE(bytes, this.at);
    this.at += 4 + bytes;
  }

  /** Begins an array; its elements, each of so many bytes with its length, are written as fields are. */
  private array(oid: number, length: number, elementBytes: number): void {
    const dimensions = length === 0 ? 0 : 1;
    this.room(4 + ARRAY_HEADER_BYTES);
    this.word(dimensions === 0 ? 12 : ARRAY_HEADER_BYTES + length * elementBytes);
    this.word(dimensions);
    this.word(0);
    this.word(oid);
    if (dimensions === 0) return;
    this.word(length);
    this.word(1);
  }

  private word(value: number): void {
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  private raw(bytes: Buffer): void {
    this.room(bytes.length);
    this.at += bytes.copy(this.buffer, this.at);
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}

function whole(value: number, limit: number): void {
  if (!Number.isInteger(value) || value < -limit || value >= limit)
    throw new TypeError(`not a whole number within ±${limit}: ${value}`);
}
