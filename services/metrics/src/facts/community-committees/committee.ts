import { type EventOf, ofType } from '../event-kind.js';

export const ESTABLISHED = 'cn.gov.mca.community.committee.established';
export const CHANGED = 'cn.gov.mca.community.committee.changed';
export const ABOLISHED = 'cn.gov.mca.community.committee.abolished';

export type Established = EventOf<typeof ESTABLISHED>;
export type Changed = EventOf<typeof CHANGED>;
type Abolished = EventOf<typeof ABOLISHED>;
/** What begins or ends a committee. */
export type CommitteeEvent = Established | Abolished;

export const isEstablished = ofType(ESTABLISHED);
export const isChanged = ofType(CHANGED);
export const isAbolished = ofType(ABOLISHED);
