const POLYNOMIAL = 0x82f63b78;
const LANES = 16;

/**
 * Sixteen tables of 256 entries, one behind another, let sixteen bytes be folded at once (“slicing by 16”). Signed, and
 * fed with words of a DataView: twice as fast as unsigned tables fed with bytes.
 */
const buildTables = (): Int32Array => {
  const tables = new Int32Array(LANES * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const previous = tables[at - 256]!;
    tables[at] = (previous >>> 8) ^ tables[previous & 0xff]!;
  }
  return tables;
};

const T = buildTables();

/** What four bytes contribute that are followed by `behind / 256` more. */
const fold = (word: number, behind: number): number =>
  T[behind + 768 + (word & 0xff)]! ^
  T[behind + 512 + ((word >>> 8) & 0xff)]! ^
  T[behind + 256 + ((word >>> 16) & 0xff)]! ^
  T[behind + (word >>> 24)]!;

/** CRC-32C (Castagnoli) of `bytes[from, to)`, unsigned: the checksum of Kafka's record batches. */
export function crc32c(bytes: Uint8Array, from: number, to: number): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let at = from;
  for (const last = to - LANES; at <= last; at += LANES) {
    crc =
      fold(crc ^ words.getInt32(at, true), 3072) ^
      fold(words.getInt32(at + 4, true), 2048) ^
      fold(words.getInt32(at + 8, true), 1024) ^
      fold(words.getInt32(at + 12, true), 0);
  }
  for (; at < to; at += 1) crc = (crc >>> 8) ^ T[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
