import { isUtf8 } from 'node:buffer';

/** Text of a header, undefined when its bytes are not UTF-8. Nearly all headers are ASCII, where Latin-1 is cheapest. */
export function headerText(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1');
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0x80) return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  }
  return text;
}
