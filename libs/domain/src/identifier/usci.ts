/** GB 32100-2015 unified social credit identifier; the inner organisation code is GB 11714-1997. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type UsciVerdict = 'valid' | 'form' | 'check' | 'inner-check';

/** 18 characters, no I O S V Z, digits at 3–8; says nothing about check digits. */
export const isUsciForm = (text: string): boolean => FORM.test(text);

/** Check character (position 18) for the first 17 characters. */
export function usciCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Check character of a GB 11714 code for its first 8 characters. */
export function organisationCheckCharacter(first8: string): string {
  const sum = [...first8].reduce((total, c, i) => total + Number.parseInt(c, 36) * INNER_WEIGHTS[i]!, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * `form`: refuse. `check`, `inner-check`: real codes issued before 2016 fail these, so they warn and pass.
 */
export function judgeUsci(text: string): UsciVerdict {
  if (!isUsciForm(text)) return 'form';
  if (usciCheckCharacter(text.slice(0, 17)) !== text[17]) return 'check';
  if (organisationCheckCharacter(text.slice(8, 16)) !== text[16]) return 'inner-check';
  return 'valid';
}

/** A well-formed USCI from its 8 leading characters and the first 8 of the organisation code. */
export function buildUsci(leading8: string, organisation8: string): string {
  const first17 = leading8 + organisation8 + organisationCheckCharacter(organisation8);
  return first17 + usciCheckCharacter(first17);
}
