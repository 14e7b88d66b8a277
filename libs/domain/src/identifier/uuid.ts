const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Canonical lower-case UUID of any version. Upper case is refused so that one id has one spelling. */
export const isUuid = (text: string): boolean => FORM.test(text);

/**
 * UUID v7 from a time (epoch ms, ≥ 0) and 10 bytes of randomness or of a digest.
 * Time-ordered ids keep the cost of inserting flat as a table grows.
 */
export function uuidV7(epochMs: number, entropy: Uint8Array): string {
  if (entropy.length < 10) throw new RangeError('uuidV7 needs 10 bytes');
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, Math.trunc(epochMs)), 0, 6);
  bytes.set(entropy.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
