import { isUtf8 } from 'node:buffer';

const SLOTS = 4096;
const slots: ({ readonly bytes: Buffer; readonly text: string } | undefined)[] = new Array(SLOTS).fill(
  undefined,
);

/** Text of a header, undefined when its bytes are not UTF-8. Nearly all headers are ASCII, where Latin-1 is cheapest. */
export function headerText(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1');
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0x80) return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  }
  return text;
}

/**
 * The same for texts that repeat, such as source, type and region: found again by their bytes without making a string,
 * in a table of fixed size where a newcomer replaces what it collides with.
 */
export function repeatedHeaderText(bytes: Buffer): string | undefined {
  const slot = slotOf(bytes);
  const entry = slots[slot];
  if (entry && isSame(entry.bytes, bytes)) return entry.text;
  const text = headerText(bytes);
  // A copy, because the header is a view into Kafka's batch and would keep all of it alive.
  if (text !== undefined) slots[slot] = { bytes: Buffer.from(bytes), text };
  return text;
}

function slotOf(bytes: Buffer): number {
  let hash = bytes.length;
  for (let i = bytes.length > 32 ? bytes.length - 32 : 0; i < bytes.length; i++)
    hash = (hash * 31 + bytes[i]!) | 0;
  return hash & (SLOTS - 1);
}

/** Short texts: a loop is cheaper than a call into native code. */
function isSame(a: Buffer, b: Buffer): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
