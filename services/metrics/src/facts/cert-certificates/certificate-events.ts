import { parseCertificateIdentifier } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';

export const ISSUED = 'cn.gov.mca.cert.issued';
export const REVOKED = 'cn.gov.mca.cert.revoked';
export const EXPIRED = 'cn.gov.mca.cert.expired';
export const REPLACED = 'cn.gov.mca.cert.replaced';
export const VERIFIED = 'cn.gov.mca.cert.verified';

export type Issue = EventOf<typeof ISSUED>;
export type Replacement = EventOf<typeof REPLACED>;
export type Verification = EventOf<typeof VERIFIED>;
export type Ending = EventOf<typeof REVOKED | typeof EXPIRED> | Replacement;

export const isIssued = ofType(ISSUED);
export const isRevoked = ofType(REVOKED);
export const isExpired = ofType(EXPIRED);
export const isReplaced = ofType(REPLACED);
export const isVerified = ofType(VERIFIED);

export const certificateKey = (identifier: string): string => `certificate:${identifier}`;

/** All versions of one certificate, GB/T 36904: the identifier without version and check character. */
export function seriesKey(identifier: string): string {
  const parts = parseCertificateIdentifier(identifier);
  return `series:${parts ? `${parts.type}.${parts.issuer}.${parts.serial}` : identifier}`;
}

/** The certificate an event ends; undefined when it ends none. */
export const endedBy = (event: FactEvent<any>): string | undefined => {
  if (isReplaced(event)) return event.data.replaces;
  return isRevoked(event) || isExpired(event) ? event.data.identifier : undefined;
};
