import {
  isBusinessMonth,
  isDistrictCode,
  isFormerMarriageNumber,
  isStreetCode,
  isVillageCode,
  judgeCertificateIdentifier,
  judgeOrganisationCode,
  judgeUsci,
  parseCertificateIdentifier,
  parseMarriageWordNumber,
  streetOf,
} from '@minhai/domain';
import type { Code, Problem } from '@minhai/errors';
import { DIVISION_PROVINCES } from '@minhai/schemas';
import { Dictionary } from '../envelope/dictionary.js';
import { problem } from '../outcome.js';
import { isPersonNumberAsToken, isPersonNumberAsUsci } from './person-number.js';
import { isRegionAt, isRegionEver } from './regions.js';

/** Judges one text of the payload; adds what is wrong with it under `pointer`. */
export type TextCheck = (
  text: string,
  pointer: string,
  context: { readonly time: number; readonly found: Problem[] },
) => void;

const KEY = /^[0-9A-Za-z][0-9A-Za-z-]{2,39}$/;
const PERSON_REF = /^per_[0-9a-z]{8,40}$/;
const HOUSEHOLD_REF = /^hh_[0-9a-z]{8,40}$/;
const DIVISION = /^[1-9]\d{5}(\d{3}(\d{3})?)?$/;

/** The checks a field may name with `check`; the generator knows the same list. */
const CHECKS: Readonly<Record<string, TextCheck>> = {
  'cert-id': checkCertificate,
  'cert-id-presented': checkPresentedCertificate,
  'cn-org-code': checkOrganisation,
  division: form((text) => DIVISION.test(text), 'a division code of 6, 9 or 12 digits'),
  gb2260: checkGb2260,
  'household-ref': token((text) => HOUSEHOLD_REF.test(text), 'a household reference hh_…'),
  key: token((text) => KEY.test(text), '3 to 40 letters, digits or hyphens'),
  'marriage-word-number': form(
    (text) => parseMarriageWordNumber(text) !== undefined || isFormerMarriageNumber(text),
    'J, L, BJ or BL, office-year-number, or …字第…号 from before 2004',
  ),
  month: form(isBusinessMonth, 'a month YYYY-MM', 'FIELD_TYPE'),
  'person-ref': token((text) => PERSON_REF.test(text), 'a person reference per_…'),
  region: checkRegion,
  street: checkStreet,
  usci: checkUsci,
  village: checkVillage,
};

/** Throws for a name that is not in the list: the generator lets none through. */
export function namedCheck(name: string): TextCheck {
  const check = CHECKS[name];
  if (!check) throw new TypeError(`unknown check ${name}`);
  return check;
}

function form(fits: (text: string) => boolean, expected: string, code: Code = 'ID_FORMAT'): TextCheck {
  return (text, pointer, { found }) => {
    if (!fits(text)) found.push(problem(code, pointer, `expected ${expected}`));
  };
}

/** A key or pseudonym a publisher made up: it has its form and hides no person's number. */
function token(fits: (text: string) => boolean, expected: string): TextCheck {
  return (text, pointer, { found }) => {
    if (isPersonNumberAsToken(text)) found.push(problem('PERSON_ID_IN_ORG_FIELD', pointer));
    else if (!fits(text)) found.push(problem('ID_FORMAT', pointer, `expected ${expected}`));
  };
}

/** A division of 31–34 that is valid at event time. */
function checkRegion(text: string, pointer: string, { time, found }: Parameters<TextCheck>[2]): void {
  if (!isRegionAt(text, time)) found.push(problem('REGION', pointer, 'unknown or not valid at event time'));
}

/** A street of 31–34 that is valid at event time; `division` takes those that no longer or not yet are. */
function checkStreet(text: string, pointer: string, { time, found }: Parameters<TextCheck>[2]): void {
  if (!isStreetCode(text)) found.push(problem('REGION', pointer, 'expected a street of 9 digits'));
  else if (!isRegionAt(text, time))
    found.push(problem('REGION', pointer, 'unknown or not valid at event time'));
}

/** Villages change every year and are judged by form; the street they lie in must be valid at event time. */
function checkVillage(text: string, pointer: string, { time, found }: Parameters<TextCheck>[2]): void {
  if (!isVillageCode(text)) found.push(problem('REGION', pointer, 'expected a village of 12 digits'));
  else if (!isRegionAt(streetOf(text), time))
    found.push(problem('REGION', pointer, 'lies in no street that is valid at event time'));
}

/** The serial is the issuer's to choose, and some choose the holder's number. */
function checkPresentedCertificate(text: string, pointer: string, { found }: Parameters<TextCheck>[2]): void {
  const parts = parseCertificateIdentifier(text);
  if (!parts) found.push(problem('ID_FORMAT', pointer, 'expected 1.2.156.3005.2 and five parts'));
  else if (isPersonNumberAsToken(parts.serial)) found.push(problem('PERSON_ID_IN_ORG_FIELD', pointer));
}

/** A certificate that exists has its check character; one that was presented may be forged. */
function checkCertificate(text: string, pointer: string, context: Parameters<TextCheck>[2]): void {
  const before = context.found.length;
  checkPresentedCertificate(text, pointer, context);
  if (context.found.length === before && judgeCertificateIdentifier(text) === 'check')
    context.found.push(problem('ID_CHECK', pointer));
}

/** Check characters only warn, as those of a USCI do. */
function checkOrganisation(text: string, pointer: string, { found }: Parameters<TextCheck>[2]): void {
  const verdict = judgeOrganisationCode(text);
  if (verdict === 'form') found.push(problem('ID_FORMAT', pointer, 'expected an organisation code of 9'));
  else if (verdict === 'check') found.push(problem('USCI_CHECK_WARN', pointer));
}

/** Any county-level code of the country; only those of 31–34 can be looked up, and a person's may be an old one. */
function checkGb2260(text: string, pointer: string, { found }: Parameters<TextCheck>[2]): void {
  const isOurs = DIVISION_PROVINCES.some((province) => text.startsWith(province));
  if (!isDistrictCode(text)) found.push(problem('ID_FORMAT', pointer, 'expected 6 digits'));
  else if (isOurs && !isRegionEver(text)) found.push(problem('REGION', pointer, 'no such division'));
}

type UsciFinding = 'person' | ReturnType<typeof judgeUsci>;

// An organisation occurs in many events, and its check digits cost more than a look-up.
const uscis = new Dictionary<UsciFinding>((text) =>
  isPersonNumberAsUsci(text) ? 'person' : judgeUsci(text),
);

/** Check digits only warn: codes issued before 2016 fail them and are in use. */
function checkUsci(text: string, pointer: string, { found }: Parameters<TextCheck>[2]): void {
  const finding = uscis.get(text);
  if (finding === 'valid') return;
  if (finding === 'person') found.push(problem('PERSON_ID_IN_ORG_FIELD', pointer));
  else if (finding === 'form') found.push(problem('USCI_FORMAT', pointer));
  else found.push(problem('USCI_CHECK_WARN', pointer));
}
