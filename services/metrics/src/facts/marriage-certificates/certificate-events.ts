import { type EventOf, ofType } from '../event-kind.js';

export const REGISTERED = 'cn.gov.mca.marriage.registered';
export const DIVORCED = 'cn.gov.mca.marriage.divorce.registered';
export const REISSUED = 'cn.gov.mca.marriage.certificate.reissued';
export const ANNULLED = 'cn.gov.mca.marriage.annulled';
export const APPLIED = 'cn.gov.mca.marriage.divorce.applied';

export type Reissue = EventOf<typeof REISSUED>;

export const isReissued = ofType(REISSUED);
export const isAnnulled = ofType(ANNULLED);
export const isApplied = ofType(APPLIED);
export const isDivorce = ofType(DIVORCED);
