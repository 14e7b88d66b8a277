import { SpreadsheetError } from './sheet.js';

export type TextEncoding = 'auto' | 'utf-8' | 'gb18030' | 'utf-16le';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Exclude<TextEncoding, 'auto'>;
}

/**
 * The text of a file without its byte-order mark. UTF-8 is tried first, because a GB18030 text with any Chinese in it is
 * hardly ever valid UTF-8, while nearly every UTF-8 text is valid GB18030. Never guesses a character: bytes that fit
 * neither throw SpreadsheetError.
 */
export function decodeText(bytes: Uint8Array, wanted: TextEncoding = 'auto'): DecodedText {
  const candidates = wanted === 'auto' ? candidatesFor(bytes) : [wanted];
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding);
    if (text === undefined) continue;
    if (text.includes('\u0000'))
      throw new SpreadsheetError('the file holds NUL characters: it is no CSV file');
    return { text, encoding };
  }
  throw new SpreadsheetError(
    `the file is not valid ${candidates.join(' nor ')}; save it as “CSV UTF-8” and try again`,
  );
}

function candidatesFor(bytes: Uint8Array): DecodedText['encoding'][] {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030'];
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}
