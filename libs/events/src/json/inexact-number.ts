import { endOfString } from './scan.js';

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Digits, perhaps with zeros behind the point, perhaps times a power of ten: a whole number as it is written. */
const WHOLE = /^-?\d+(?:\.0+)?(?:[eE]\+?\d+)?$/;

/**
 * True when a number of a valid JSON text becomes a whole one only because JavaScript cannot hold what is written:
 * `1e-400` would be 0 and `0.99999999999999999999` would be 1. Only asked when a fraction or an exponent was seen.
 */
export function hasInexactNumber(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') {
      i = endOfString(text, i);
      continue;
    }
    NUMBER.lastIndex = i;
    const literal = NUMBER.exec(text)?.[0];
    if (literal === undefined) continue;
    if (Number.isSafeInteger(Number(literal)) && !WHOLE.test(literal)) return true;
    i += literal.length - 1;
  }
  return false;
}
