import { type EventOf, ofType } from '../event-kind.js';

export const ACTIVATED = 'cn.gov.mca.exchange.agreement.activated';
export const ENDED = 'cn.gov.mca.exchange.agreement.ended';
export const REQUESTED = 'cn.gov.mca.exchange.request.submitted';

export type Activation = EventOf<typeof ACTIVATED>;
export type End = EventOf<typeof ENDED>;
export type Request = EventOf<typeof REQUESTED>;

export const isActivation = ofType(ACTIVATED);
export const isEnd = ofType(ENDED);
export const isRequest = ofType(REQUESTED);
