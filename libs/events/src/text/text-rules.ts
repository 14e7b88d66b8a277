import type { Code } from '@minhai/errors';
import { classOf, COMPOSABLE, DAMAGED, INVISIBLE, isComposed, PLAIN } from './code-point.js';

/**
 * What is wrong with a JavaScript string as a text of a register: CONTROL_CHAR for invisible characters, ENCODING for
 * lone surrogates, replacement characters and texts that are not in NFC. Nothing is ever normalised or stripped: what
 * the publisher sent is what is kept.
 */
export function judgeText(text: string): Code | undefined {
  let composable = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) continue;
    if (unit >= 0x3400 && unit <= 0x9fff) continue;
    let codePoint = unit;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      codePoint = text.codePointAt(i)!;
      if (codePoint <= 0xffff) return 'ENCODING';
      i++;
    }
    const kind = classOf(codePoint);
    if (kind === PLAIN) continue;
    if (kind === INVISIBLE) return 'CONTROL_CHAR';
    if (kind === DAMAGED) return 'ENCODING';
    composable = true;
  }
  return composable && !isComposed(text) ? 'ENCODING' : undefined;
}

/** The same for the UTF-8 bytes [start, end) of a buffer; bytes that are not UTF-8 (often GBK) are ENCODING. */
export function judgeUtf8(buffer: Buffer, start: number, end: number): Code | undefined {
  let composable = false;
  for (let i = start; i < end;) {
    const byte = buffer[i]!;
    if (byte >= 0x20 && byte < 0x7f) {
      i++;
      continue;
    }
    const codePoint = byte < 0x80 ? byte : readCodePoint(buffer, i, end);
    if (codePoint < 0) return 'ENCODING';
    const kind = classOf(codePoint);
    if (kind === INVISIBLE) return 'CONTROL_CHAR';
    if (kind === DAMAGED) return 'ENCODING';
    if (kind === COMPOSABLE) composable = true;
    i += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return composable && !isComposed(buffer.toString('utf8', start, end)) ? 'ENCODING' : undefined;
}

/** The scalar value of a multi-byte sequence, −1 when it is malformed, overlong, a surrogate or out of range. */
function readCodePoint(buffer: Buffer, at: number, end: number): number {
  const first = buffer[at]!;
  if (first < 0xc2 || first > 0xf4) return -1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > end) return -1;
  let codePoint = first & (0xff >> (length + 1));
  for (let i = at + 1; i < at + length; i++) {
    const next = buffer[i]!;
    if ((next & 0xc0) !== 0x80) return -1;
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  if (length === 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint <= 0xdfff))) return -1;
  return length === 4 && (codePoint < 0x10000 || codePoint > 0x10ffff) ? -1 : codePoint;
}
