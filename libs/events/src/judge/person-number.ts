import { districtOf, judgeUsci, looksLikeCitizenNumber, parseCertificateIdentifier } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import type { DomainEvent } from '../envelope.js';
import { problem } from '../outcome.js';
import { isRegionEver } from './regions.js';

const NUMBER_LENGTH = 18;

/**
 * True when the text contains a citizen's number (17 digits and a digit or X, real birth date from 1900 on, check
 * character). Such a number must not reach the register un-tokenised, whatever field it stands in.
 */
export function containsPersonNumber(text: string): boolean {
  if (text.length < NUMBER_LENGTH) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (digits >= NUMBER_LENGTH - 1 && (isDigit || unit === 0x58 || unit === 0x78)) {
      const candidate = text.slice(i - NUMBER_LENGTH + 1, i + 1);
      if (isPersonNumber(candidate)) return true;
    }
    digits = isDigit ? digits + 1 : 0;
  }
  return false;
}

const isPersonNumber = (candidate: string): boolean =>
  candidate.slice(6, 10) >= '1900' && looksLikeCitizenNumber(candidate);

const STANDING_ALONE = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;

/**
 * True when a key or pseudonym is, after its prefix, a citizen's number. Inside a longer run of letters and digits one
 * arises by chance (one of 200,000 random references had one), so only a number with borders is taken for one.
 */
export const isPersonNumberAsToken = (token: string): boolean =>
  token.length >= NUMBER_LENGTH &&
  [...token.matchAll(STANDING_ALONE)].some(([candidate]) => isPersonNumber(candidate));

/**
 * A person's number in a field for organisations. About one number in 300 passes both checks of a USCI by chance; what
 * also names an existing registrar region is taken for the organisation it says it is.
 */
export const isPersonNumberAsUsci = (text: string): boolean =>
  containsPersonNumber(text) && !(judgeUsci(text) === 'valid' && isRegionEver(districtOf(text.slice(2))));

/** Free texts of the envelope; the payload's are searched field by field, and with them a subject derived from it. */
export function judgePersonNumbers({ reason, actor }: DomainEvent, found: Problem[]): void {
  if (reason !== undefined && containsPersonNumber(reason))
    found.push(problem('PERSON_ID_IN_ORG_FIELD', '/reason'));
  if (actor !== undefined && containsPersonNumber(actor))
    found.push(problem('PERSON_ID_IN_ORG_FIELD', '/actor'));
}

function isPersonNumberAsPart(part: string): boolean {
  const certificate = parseCertificateIdentifier(part);
  return isPersonNumberAsToken(certificate?.serial ?? part) && isPersonNumberAsUsci(part);
}

/**
 * A subject that the payload does not give is that of another event, and whatever that event may have as its subject passes
 * here too: each part is judged as the keys, organisations and certificates are that subjects are made of.
 */
export function judgeFreeSubject(subject: string, found: Problem[]): void {
  if (subject.split(':').some(isPersonNumberAsPart))
    found.push(problem('PERSON_ID_IN_ORG_FIELD', '/subject'));
}
