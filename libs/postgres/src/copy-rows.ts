const COPY_DATA = 0x64;
const COPY_DONE = 0x63;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const PG_EPOCH_MS = 946_684_800_000;
const MICROSECONDS = 1000;
const BEYOND_INT32 = 0x1_0000_0000;
/** Up to here, writing a text unit by unit is cheaper than a call into native code. */
const SHORT_TEXT = 64;
const UUID_BYTES = 16;

/** Character code → value of the hexadecimal digit; 0xff for anything else. */
const NIBBLES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? 0xff : value;
});

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
    const from = this.at + 4;
    const end = value.length > SHORT_TEXT ? -1 : this.ascii(value, from);
    this.close(end < 0 ? from + this.buffer.write(value, from, 'utf8') : end);
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
    this.close(this.at + 6);
  }

  int4(value: number): void {
    whole(value, 0x8000_0000);
    this.room(8);
    this.buffer.writeInt32BE(value, this.at + 4);
    this.close(this.at + 8);
  }

  int8(value: number | bigint | null | undefined): void {
    if (value == null) return this.nothing();
    const number = Number(value);
    whole(number, Number.MAX_SAFE_INTEGER + 1);
    this.room(12);
    const high = Math.floor(number / BEYOND_INT32);
    this.buffer.writeInt32BE(high, this.at + 4);
    this.buffer.writeUInt32BE(number - high * BEYOND_INT32, this.at + 8);
    this.close(this.at + 12);
  }

  /** Epoch milliseconds. */
  timestamptz(value: number): void {
    this.int8((value - PG_EPOCH_MS) * MICROSECONDS);
  }

  uuid(value: string | null | undefined): void {
    if (value == null) return this.nothing();
    if (typeof value !== 'string' || value.length !== 36) throw new TypeError('not a uuid');
    this.room(4 + UUID_BYTES);
    let to = this.at + 4;
    for (let i = 0; i < 36; i += 2) {
      if (value.charCodeAt(i) === 45) i++;
      const high = NIBBLES[value.charCodeAt(i)] ?? 0xff;
      const low = NIBBLES[value.charCodeAt(i + 1)] ?? 0xff;
      if ((high | low) > 0xf || to === this.at + 4 + UUID_BYTES) throw new TypeError('not a uuid');
      this.buffer[to++] = (high << 4) | low;
    }
    if (to !== this.at + 4 + UUID_BYTES) throw new TypeError('not a uuid');
    this.close(to);
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
    this.at = this.buffer.writeInt32BE(-1, this.at);
  }

  /** Ends a field whose bytes stand from `at` + 4 up to `end`. */
  private close(end: number): void {
    this.buffer.writeInt32BE(end - this.at - 4, this.at);
    this.at = end;
  }

  /** The end of the text, or −1 when it is not all ASCII. */
  private ascii(value: string, from: number): number {
    const { buffer } = this;
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit >= 0x80) return -1;
      buffer[from + i] = unit;
    }
    return from + value.length;
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
