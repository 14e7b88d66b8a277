const FORM = /^[0-9A-Z]{8}[0-9X]$/;
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type OrganisationCodeVerdict = 'valid' | 'form' | 'check';

/**
 * Check character of an organisation code for its first 8 characters (GB 11714-1997): 0–9, A = 10 … Z = 35, weights
 * 3 7 9 10 5 8 4 2, 11 − Σ mod 11 with 10 as X and 11 as 0. Two characters whose values are equal modulo 11 (0 B M X,
 * 1 C N Y, …) cannot be told apart by it. Among digits every substitution is caught and every transposition of
 * neighbours but one: `1X` at the end passes as `X1`, because X is 33 in the body and 10 as a check character.
 */
export function organisationCheckCharacter(first8: string): string {
  const sum = [...first8].reduce((total, c, i) => total + Number.parseInt(c, 36) * WEIGHTS[i]!, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * A GB 11714-1997 organisation code of 9 characters, without the hyphen it is printed with.
 * `form`: refuse. `check`: warn only, as for the code inside a USCI.
 */
export function judgeOrganisationCode(text: string): OrganisationCodeVerdict {
  if (!FORM.test(text)) return 'form';
  return organisationCheckCharacter(text.slice(0, 8)) === text[8] ? 'valid' : 'check';
}
