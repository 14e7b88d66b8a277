import { type EventOf, ofType } from '../event-kind.js';

export const SUBMITTED = 'cn.gov.mca.exchange.request.submitted';
export const ACCEPTED = 'cn.gov.mca.exchange.request.accepted';
export const REFUSED = 'cn.gov.mca.exchange.request.refused';
export const DELIVERED = 'cn.gov.mca.exchange.response.delivered';
export const OBJECTED = 'cn.gov.mca.exchange.objection.raised';

export type Request = EventOf<typeof SUBMITTED>;
export type Decision = EventOf<typeof ACCEPTED> | EventOf<typeof REFUSED>;
export type Response = EventOf<typeof DELIVERED>;
export type Objection = EventOf<typeof OBJECTED>;

export const isSubmitted = ofType(SUBMITTED);
export const isAccepted = ofType(ACCEPTED);
export const isRefused = ofType(REFUSED);
export const isDelivered = ofType(DELIVERED);
export const isObjection = ofType(OBJECTED);
