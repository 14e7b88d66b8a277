import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { stock } from '../measure.js';
import { placeOf } from '../place.js';
import { people } from '../protected-measure.js';
import {
  EXPIRED,
  ISSUED,
  type Issue,
  REPLACED,
  REVOKED,
  type Replacement,
  VERIFIED,
  type Verification,
  certificateKey,
  seriesKey,
} from './certificate-events.js';
import { certificateProblems, seriesProblems } from './certificate-problems.js';
import { standingOf } from './standing.js';

const CERTIFICATE = certificateKey('');

function foldCertificate(history: readonly FactEvent<any>[], identifier: string): FoldResult {
  const standing = standingOf(history, identifier);
  const isInForce = standing && (standing.until === null || standing.from < standing.until);
  return {
    rows: isInForce ? [row(standing.issue, standing)] : [],
    findings: certificateProblems(history, identifier),
  };
}

const row = (issue: Issue, { from, until, ending }: NonNullable<ReturnType<typeof standingOf>>): FactRow => ({
  measure: 'cert.certificates',
  ...placeOf(issue),
  dims: { type: issue.data.certTypeCode, holder: issue.data.holderRef === null ? 'ORGANISATION' : 'PERSON' },
  amount: 1,
  validFrom: from,
  validUntil: until,
  causes: ending ? [issue.id, ending.id] : [issue.id],
});

const keysOf = ({ data }: Issue | EventOf<typeof REVOKED | typeof EXPIRED>): string[] => [
  certificateKey(data.identifier),
  seriesKey(data.identifier),
];

/** Electronic certificates in force, and what their issue, replacement, end and verification contradict. */
export const fact: FactDefinition = {
  name: 'cert.certificates',
  titles: { zh: '电子证照', en: 'Electronic certificates' },
  measures: [people(stock('cert.certificates', '张', '有效电子证照', 'Certificates in force'))],
  reads: {
    [ISSUED]: keysOf,
    [REVOKED]: keysOf,
    [EXPIRED]: keysOf,
    [REPLACED]: ({ data }: Replacement) => [
      ...new Set([data.identifier, data.replaces].map(certificateKey)),
      seriesKey(data.replaces),
    ],
    [VERIFIED]: ({ data }: Verification) => [certificateKey(data.identifier)],
  },
  fold: (history, entity) =>
    entity.startsWith(CERTIFICATE)
      ? foldCertificate(history, entity.slice(CERTIFICATE.length))
      : { rows: [], findings: seriesProblems(history) },
};
