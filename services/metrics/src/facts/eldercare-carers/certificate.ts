import { type BusinessDay, addDays } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState, unpreceded } from '../finding.js';
import type { Stretch } from '../span.js';

export const CERTIFIED = 'cn.gov.mca.eldercare.carer.certified';
export const EXPIRED = 'cn.gov.mca.eldercare.carer.certificate.expired';

type Certified = EventOf<typeof CERTIFIED>;
type Expired = EventOf<typeof EXPIRED>;

/** A certificate and the days on which it counts: from its issue through its last valid day. */
export interface Certificate extends Stretch {
  readonly certified: Certified;
  /** LEVEL_5 (lowest) to LEVEL_1. */
  readonly level: string;
}

export interface Certificates {
  readonly certificates: readonly Certificate[];
  readonly findings: readonly Finding[];
}

const isCertified = ofType(CERTIFIED);
const isExpired = ofType(EXPIRED);

/** A number is one certificate: given again, it is reported and the first counts. */
export function certificatesOf(history: readonly FactEvent<any>[]): Certificates {
  const findings: Finding[] = [];
  const issued = new Map<string, Certified>();
  for (const event of history.filter(isCertified)) {
    if (issued.has(event.data.certNo)) findings.push(outOfState(event, 'certified twice'));
    else issued.set(event.data.certNo, event);
  }
  const expiries = new Map<string, Expired>();
  for (const event of history.filter(isExpired)) {
    const { certNo } = event.data;
    if (!issued.has(certNo)) findings.push(unpreceded(event, 'expired before certified'));
    else if (expiries.has(certNo)) findings.push(outOfState(event, 'expired twice'));
    else expiries.set(certNo, event);
  }
  const certificates = [...issued.values()].map((event) =>
    certificateOf(event, expiries.get(event.data.certNo)),
  );
  return { certificates: certificates.filter(({ from, until }) => until === null || from < until), findings };
}

/** The certificate names its last day, its expiry perhaps an earlier one; it ends without being told to. */
function certificateOf(certified: Certified, expired: Expired | undefined): Certificate {
  const { level, issuedOn, validTo } = certified.data;
  const lastDays = [validTo, expired?.data.validTo ?? null].filter((day): day is BusinessDay => day !== null);
  const last = lastDays.length === 0 ? null : lastDays.reduce((a, b) => (b < a ? b : a));
  return {
    certified,
    level,
    from: issuedOn,
    until: last === null ? null : addDays(last, 1),
    causes: expired ? [certified.id, expired.id] : [certified.id],
  };
}
