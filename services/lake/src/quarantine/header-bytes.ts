type Headers = Readonly<Record<string, Buffer | undefined>>;

const ABSENT = -1;

/** Headers as one byte string: per header the length and bytes of its name, then of its value (int32, −1 = absent). */
export function encodeHeaders(headers: Headers): Buffer {
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const nameBytes = Buffer.from(name, 'utf8');
    parts.push(int32(nameBytes.length), nameBytes, int32(value?.length ?? ABSENT));
    if (value) parts.push(value);
  }
  return Buffer.concat(parts);
}

/** The inverse of `encodeHeaders`. Throws RangeError when the bytes were not made by it. */
export function decodeHeaders(bytes: Buffer): Record<string, Buffer | undefined> {
  const entries: [string, Buffer | undefined][] = [];
  for (let at = 0; at < bytes.length;) {
    const nameEnd = at + 4 + bytes.readInt32BE(at);
    const name = bytes.toString('utf8', at + 4, nameEnd);
    const length = bytes.readInt32BE(nameEnd);
    at = nameEnd + 4 + Math.max(0, length);
    if (at > bytes.length) throw new RangeError('header bytes end too early');
    entries.push([name, length === ABSENT ? undefined : bytes.subarray(nameEnd + 4, at)]);
  }
  return Object.fromEntries(entries);
}

function int32(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(4);
  buffer.writeInt32BE(value);
  return buffer;
}
