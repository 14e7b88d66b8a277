import type { EventOf } from '../event-kind.js';

export const APPLIED = 'cn.gov.mca.marriage.divorce.applied';
export const WITHDRAWN = 'cn.gov.mca.marriage.divorce.withdrawn';
export const DIVORCED = 'cn.gov.mca.marriage.divorce.registered';

export type Application = EventOf<typeof APPLIED>;
export type Withdrawal = EventOf<typeof WITHDRAWN>;
export type Divorce = EventOf<typeof DIVORCED>;
