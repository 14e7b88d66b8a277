const ALPHANUMERIC = /^[0-9A-Z]+$/;

/**
 * Check character of ISO/IEC 7064 MOD 11-2 (a pure system) for a text of digits: 0–9 or X.
 * Catches every single substitution and every transposition of neighbours, the check character included.
 */
export function mod11_2(digits: string): string {
  let remainder = 0;
  for (let i = 0; i < digits.length; i++) remainder = ((remainder + digits.charCodeAt(i) - 0x30) * 2) % 11;
  return '0123456789X'[(12 - remainder) % 11]!;
}

/**
 * Check character of ISO/IEC 7064 MOD 37,36 (a hybrid system) for a text of 0–9 and A–Z.
 * Catches every single substitution. Of the transpositions of neighbours it misses one pair of values in 630: with p
 * the carry before them (1–36), those whose sums p+a and p+b are 18 and 19 modulo 36.
 */
export function mod37_36(text: string): string {
  if (!ALPHANUMERIC.test(text)) throw new RangeError('MOD 37,36 is for digits and capital letters');
  let carry = 36;
  for (const character of text) carry = (((carry + Number.parseInt(character, 36)) % 36 || 36) * 2) % 37;
  return ((37 - carry) % 36).toString(36).toUpperCase();
}
