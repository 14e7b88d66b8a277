import { type EventOf, ofType } from '../event-kind.js';

export const CREATED = 'cn.gov.mca.fund.batch.created';
export const VERIFIED = 'cn.gov.mca.fund.account.verified';
export const CONFIRMED = 'cn.gov.mca.fund.batch.confirmed';
export const REVIEWED = 'cn.gov.mca.fund.batch.reviewed';
export const PAID = 'cn.gov.mca.fund.disbursement.paid';
export const RETURNED = 'cn.gov.mca.fund.disbursement.returned';
export const REISSUED = 'cn.gov.mca.fund.disbursement.reissued';

export type Batch = EventOf<typeof CREATED>;
export type Line = Batch['data']['lines'][number];
export type Verification = EventOf<typeof VERIFIED>;
export type Confirmation = EventOf<typeof CONFIRMED>;
export type Review = EventOf<typeof REVIEWED>;
export type Payment = EventOf<typeof PAID>;
export type Return = EventOf<typeof RETURNED>;
export type Reissue = EventOf<typeof REISSUED>;

export const isBatch = ofType(CREATED);
export const isVerification = ofType(VERIFIED);
export const isConfirmation = ofType(CONFIRMED);
export const isReview = ofType(REVIEWED);
export const isPayment = ofType(PAID);
export const isReturn = ofType(RETURNED);
export const isReissue = ofType(REISSUED);
