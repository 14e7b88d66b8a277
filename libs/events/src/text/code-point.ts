/** What a code point means for a text that becomes part of a register. */
export const PLAIN = 0;
/** Control, bidirectional, zero-width or other invisible format character. */
export const INVISIBLE = 1;
/** May stand in a text that is not in NFC: the whole text must be compared with its normal form. */
export const COMPOSABLE = 2;
/** U+FFFD or a noncharacter: the text was damaged before it came here. */
export const DAMAGED = 3;

export type CodePointClass = typeof PLAIN | typeof INVISIBLE | typeof COMPOSABLE | typeof DAMAGED;

/** Inclusive ranges of invisible format characters; tab and line ends count, fields are single lines. */
const INVISIBLE_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe007f],
];

/** Ranges without any character that NFC composes, reorders or replaces. Private use and rare ideographs live here. */
const STABLE_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x2ff],
  [0x2010, 0x2027],
  [0x3000, 0x3029],
  [0x3030, 0x3098],
  [0x309b, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xff01, 0xffef],
  [0x20000, 0x2f7ff],
  [0x30000, 0x3ffff],
  [0xe0100, 0xe01ef],
  [0xf0000, 0x10ffff],
];

const within = (ranges: readonly (readonly [number, number])[], codePoint: number): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

/**
 * Compatibility ideographs (U+F900–FAFF, U+2F800–2FA1F) are names as people write them; NFC would replace them by
 * another character, so they are left alone.
 */
export const isCompatibilityIdeograph = (codePoint: number): boolean =>
  (codePoint >= 0xf900 && codePoint <= 0xfaff) || (codePoint >= 0x2f800 && codePoint <= 0x2fa1f);

/** Unicode scalar values only; surrogates are the caller's to refuse. */
export function classOf(codePoint: number): CodePointClass {
  if (codePoint >= 0x3400 && codePoint <= 0x9fff) return PLAIN;
  if (within(INVISIBLE_RANGES, codePoint)) return INVISIBLE;
  if (codePoint === 0xfffd || (codePoint & 0xfffe) === 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef))
    return DAMAGED;
  return within(STABLE_RANGES, codePoint) || isCompatibilityIdeograph(codePoint) ? PLAIN : COMPOSABLE;
}

/** True when NFC leaves the text as it is, compatibility ideographs apart. */
export function isComposed(text: string): boolean {
  if (text === text.normalize('NFC')) return true;
  return text.split(/[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u).every((part) => part === part.normalize('NFC'));
}
