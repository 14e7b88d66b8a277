/** Up to so many characters, copying them here costs less than the call that encodes. */
const SHORT = 64;

/** Writes text at `at`, three bytes a character at most, and returns the bytes written. */
export function writeUtf8(buffer: Buffer, text: string, at: number): number {
  const { length } = text;
  if (length > SHORT) return buffer.write(text, at, 'utf8');
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return buffer.write(text, at, 'utf8');
    buffer[at + i] = unit;
  }
  return length;
}
