import type { Code } from '@minhai/errors';
import type { Limits } from '../limits.js';

const TWO_32 = 0x1_0000_0000;

const NOTHING = Buffer.alloc(0);

/** Where the walk stands. One instance is reused, so a walk allocates nothing. */
export class Cursor {
  buffer: Buffer = NOTHING;
  position = 0;
  end = 0;
  depth = 0;
  items = 0;
  code: Code | undefined;
  /** Relative to the value being walked; filled in while failure unwinds. */
  pointer = '';

  constructor(readonly limits: Limits) {}

  start(buffer: Buffer, position: number): void {
    this.buffer = buffer;
    this.position = position;
    this.end = buffer.length;
    this.depth = 0;
    this.items = 0;
    this.code = undefined;
    this.pointer = '';
  }

  /** Lets go of the value: it is a view of all that was fetched with it, and there is a cursor for every schema. */
  release(): void {
    this.buffer = NOTHING;
  }

  fail(code: Code): false {
    this.code = code;
    return false;
  }

  /** A zig-zag long as a number, exact within ±2^52; NaN after a failure. */
  readLong(): number {
    const first = this.buffer[this.position]!;
    if (first < 0x80 && this.position < this.end) {
      this.position++;
      return (first & 1) === 0 ? first >>> 1 : -((first + 1) >>> 1);
    }
    return this.readLongSlowly();
  }

  private readLongSlowly(): number {
    const isOdd = (this.buffer[this.position]! & 1) === 1;
    let value = 0;
    let factor = 1;
    for (let length = 1; length <= 10; length++) {
      if (this.position >= this.end) return this.notANumber('AVRO_TRUNCATED');
      const byte = this.buffer[this.position++]!;
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (byte >= 0x80) continue;
      // A longer spelling of the same number would give one content two hashes.
      if (byte === 0 && length > 1) return this.notANumber('NUM_RANGE');
      // 2^53 + 1 rounds to 2^53, which has the other sign: the parity comes from the bytes.
      if (value > 2 ** 53 || (isOdd && value === 2 ** 53)) return this.notANumber('NUM_RANGE');
      return isOdd ? -(value + 1) / 2 : value / 2;
    }
    return this.notANumber('NUM_RANGE');
  }

  /** A zig-zag int; NaN after a failure. */
  readInt(): number {
    const value = this.readLong();
    if (value >= TWO_32 / 2 || value < -TWO_32 / 2) return this.notANumber('NUM_RANGE');
    return value;
  }

  private notANumber(code: Code): number {
    this.code = code;
    return Number.NaN;
  }
}
