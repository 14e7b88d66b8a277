import {
  buildUsci,
  formatCertificateIdentifier,
  formatMarriageWordNumber,
  isUsciForm,
  organisationCheckCharacter,
  parseCertificateIdentifier,
  parseMarriageWordNumber,
} from '@minhai/domain';
import { between, digits, token, type Random } from '../random.js';
import { fieldsOf } from '../sample-event.js';
import { mapTexts } from './texts.js';
import type { Variation } from './variation.js';

/** A new identifier of the same form, by the check its field names; checks that are not here keep the sample's value. */
const RENEW: Readonly<Record<string, (text: string, random: Random) => string>> = {
  key: (text, random) =>
    `${text.replace(/[0-9A-Za-z]*$/, '').slice(0, 28)}${token(random, 10).toUpperCase()}`,
  'person-ref': (_, random) => `per_${token(random, 20)}`,
  'household-ref': (_, random) => `hh_${token(random, 20)}`,
  'marriage-word-number': (text, random) => {
    const number = parseMarriageWordNumber(text);
    return number ? formatMarriageWordNumber({ ...number, sequence: between(random, 1, 999_999) }) : text;
  },
  usci: (text, random) => (isUsciForm(text) ? buildUsci(text.slice(0, 8), digits(random, 8)) : text),
  'cert-id': (text, random) => {
    const parts = parseCertificateIdentifier(text);
    return parts ? formatCertificateIdentifier({ ...parts, serial: token(random, 12).toUpperCase() }) : text;
  },
  'cn-org-code': (_, random) => {
    const body = digits(random, 8);
    return body + organisationCheckCharacter(body);
  },
  division: (text, random) => (text.length === 6 ? text : text.slice(0, -3) + digits(random, 3)),
};

export const RENEWABLE: readonly string[] = Object.keys(RENEW);

/** Gives every identifier of one check a new value; what was equal stays equal, what was different stays different. */
export const renewIdentifiers =
  (check: string): Variation =>
  (event, { eventType, random }) => {
    const renewed = new Map<string, string>();
    mapTexts(event.data, fieldsOf(eventType), (text, field) => {
      if (field.check !== check) return text;
      const known = renewed.get(text) ?? RENEW[check]!(text, random);
      renewed.set(text, known);
      return known;
    });
    if (eventType.subjectTemplate === '*') event.subject = renewNumbers(event.subject, random);
  };

const KEPT: ReadonlySet<string> = new Set([...RENEWABLE, 'gb2260', 'month', 'region', 'street', 'village']);

/** Identifiers of checks this list does not know: another number at their end, which passes where there is no check digit. */
export const renewOtherIdentifiers: Variation = (event, { eventType, random }) => {
  mapTexts(event.data, fieldsOf(eventType), (text, { check }) =>
    check === undefined || KEPT.has(check) ? text : renewNumbers(text, random),
  );
};

/** Texts without a form often carry a number (R-310118-02): another one of as many digits. */
export const renewFreeTexts: Variation = (event, { eventType, random }) => {
  mapTexts(event.data, fieldsOf(eventType), (text, field) =>
    field.check === undefined && field.codelist === undefined ? renewNumbers(text, random) : text,
  );
};

const renewNumbers = (text: string, random: Random): string =>
  text.replace(/\d+(?=\D*$)/, (found) => digits(random, Math.min(found.length, 9)));
