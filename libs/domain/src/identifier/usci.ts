import { organisationCheckCharacter } from './organisation-code.js';

/** GB 32100-2015 unified social credit identifier; the inner organisation code is GB 11714-1997. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export type UsciVerdict = 'valid' | 'form' | 'check' | 'inner-check';

export interface Usci {
  /** Registering authority: 1 机构编制, 5 民政, 9 市场监管, … */
  readonly authority: string;
  /** Category within the authority; of 民政 1 社会团体, 2 民办非企业单位, 3 基金会, 9 其他. */
  readonly category: string;
  /** GB/T 2260 code of the registering authority. */
  readonly region: string;
  /** GB 11714 code of 9 characters. */
  readonly organisationCode: string;
}

/** 18 characters, no I O S V Z, digits at 3–8; says nothing about check digits. */
export const isUsciForm = (text: string): boolean => FORM.test(text);

/** The parts of an identifier of the right form, whatever its check digits say. */
export const readUsci = (text: string): Usci | undefined =>
  isUsciForm(text)
    ? {
        authority: text[0]!,
        category: text[1]!,
        region: text.slice(2, 8),
        organisationCode: text.slice(8, 17),
      }
    : undefined;

/**
 * Check character (position 18) for the first 17 characters. 31 is a prime and no weight repeats between neighbours,
 * so every single substitution and every transposition of neighbours is caught, the check character included.
 */
export function usciCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
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
