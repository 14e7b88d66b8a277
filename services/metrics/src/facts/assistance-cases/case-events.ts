import { type EventOf, ofType } from '../event-kind.js';

export const SUBMITTED = 'cn.gov.mca.assistance.application.submitted';
export const CHECKED = 'cn.gov.mca.assistance.economiccheck.completed';
export const GRANTED = 'cn.gov.mca.assistance.approval.granted';
export const REJECTED = 'cn.gov.mca.assistance.approval.rejected';
export const TERMINATED = 'cn.gov.mca.assistance.benefit.terminated';

export type Application = EventOf<typeof SUBMITTED>;
export type Check = EventOf<typeof CHECKED>;
export type Grant = EventOf<typeof GRANTED>;
export type Rejection = EventOf<typeof REJECTED>;
export type Decision = Grant | Rejection;

export const isApplication = ofType(SUBMITTED);
export const isCheck = ofType(CHECKED);
export const isGrant = ofType(GRANTED);
export const isRejection = ofType(REJECTED);
export const isTermination = ofType(TERMINATED);

/** Relief that is paid month by month as long as the household needs it; every other kind is given once. */
export const LASTING_ITEMS: ReadonlySet<string> = new Set(['DIBAO', 'TEKUN', 'EXPENDITURE']);
