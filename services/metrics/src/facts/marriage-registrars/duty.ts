import { firstDayOfYear, yearOf } from '@minhai/domain';
import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { contains } from '../span.js';
import { type Marriage, REGISTERED, type Term, registrarRow, termsOf } from './registrar-events.js';

const isMarriage = ofType(REGISTERED);

/** One registrar's year: each marriage needs a certificate in force on its day. */
export function foldDuty(history: readonly FactEvent<any>[]): FoldResult {
  const marriages = history.filter(isMarriage);
  const [first] = marriages;
  if (!first) return { rows: [], findings: [] };
  const terms = termsOf(history);
  if (terms.length === 0) return { rows: [unlistedRow(first)], findings: [unlisted(first)] };
  return { rows: [], findings: marriages.flatMap((marriage) => withoutCertificate(marriage, terms)) };
}

/** Whoever is not on the register of registrars is said so once a year, and counts until its end. */
const unlisted = (first: Marriage): Finding =>
  finding('AUTHORISATION', [first], { case: 'registered by an unknown registrar', day: first.day });

const unlistedRow = (first: Marriage): FactRow =>
  registrarRow(first.data.officeRegion, 'NONE', {
    validFrom: first.day,
    validUntil: firstDayOfYear(yearOf(first.day) + 1),
    causes: [first.id],
  });

function withoutCertificate(marriage: Marriage, terms: readonly Term[]): Finding[] {
  if (terms.some(({ valid }) => contains(valid, marriage.day))) return [];
  const last = terms.findLast(({ from }) => from <= marriage.day);
  const text = last === undefined ? 'registered before certified' : wordsOf(marriage, last);
  const { certification } = last ?? terms[0]!;
  return [finding('AUTHORISATION', [certification, marriage], { case: text, day: marriage.day })];
}

const wordsOf = ({ day }: Marriage, { until }: Term): string =>
  until !== null && until <= day ? 'registered after leaving' : 'registered with an expired certificate';
