/** Reads Kafka's binary format from a buffer. Throws RangeError wherever the bytes end too early or make no sense. */
export class ByteReader {
  constructor(
    readonly buffer: Buffer,
    public at = 0,
    readonly end = buffer.length,
  ) {}

  get left(): number {
    return this.end - this.at;
  }

  int8(): number {
    return this.buffer.readInt8(this.step(1));
  }

  int16(): number {
    return this.buffer.readInt16BE(this.step(2));
  }

  int32(): number {
    return this.buffer.readInt32BE(this.step(4));
  }

  uint32(): number {
    return this.buffer.readUInt32BE(this.step(4));
  }

  int64(): bigint {
    return this.buffer.readBigInt64BE(this.step(8));
  }

  string(): string {
    const length = this.int16();
    return length < 0 ? '' : this.buffer.toString('utf8', this.step(length), this.at);
  }

  /** Zigzag integer of at most five bytes. */
  varint(): number {
    const { buffer, end } = this;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at >= end) throw new RangeError('varint ends too early');
      const byte = buffer[this.at]!;
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
    throw new RangeError('varint is longer than five bytes');
  }

  /** Zigzag integer of at most ten bytes; exact up to 2^53, which is far beyond any time in milliseconds. */
  varlong(): number {
    let value = 0;
    let weight = 1;
    for (let length = 0; length < 10; length += 1) {
      const byte = this.buffer[this.step(1)]!;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      weight *= 128;
    }
    throw new RangeError('varlong is longer than ten bytes');
  }

  /** A view, not a copy; null for length −1. */
  varBytes(): Buffer | null {
    const length = this.varint();
    if (length < 0) return null;
    const from = this.step(length);
    return this.buffer.subarray(from, this.at);
  }

  /** Moves on by `length` bytes and returns where they start. */
  step(length: number): number {
    const from = this.at;
    if (length < 0 || length > this.end - from) throw new RangeError('bytes end too early');
    this.at = from + length;
    return from;
  }
}
