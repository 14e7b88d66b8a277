import type { FactEvent, Finding } from '@minhai/facts';
import { finding, unpreceded } from '../finding.js';
import {
  type Batch,
  type Confirmation,
  type Review,
  type Verification,
  isConfirmation,
  isReview,
  isVerification,
} from './batch-events.js';

/** What is out of order before the money goes: verification by the bank, confirmation, review. */
export function approvalFindings(history: readonly FactEvent<any>[], batch: Batch): Finding[] {
  const verifications = history.filter(isVerification);
  const confirmations = history.filter(isConfirmation);
  const reviews = history.filter(isReview);
  return [
    ...[...confirmations, ...reviews].flatMap((decision) => otherTotal(batch, decision)),
    ...confirmations.flatMap((confirmation) => ownConfirmation(batch, confirmation)),
    ...reviews.flatMap((review) => [
      ...ownReview(batch, confirmations, review),
      ...otherDistrict(batch, review),
      ...(review.data.decision === 'APPROVED'
        ? [...unconfirmed(confirmations, review), ...unverified(batch, verifications, review)]
        : []),
    ]),
    ...secondApproval(reviews),
  ];
}

const otherTotal = (batch: Batch, decision: Confirmation | Review): Finding[] =>
  decision.data.totalFen === batch.data.totalFen
    ? []
    : [
        finding('AFTER_MISMATCH', [batch, decision], {
          case: 'decided on another total',
          declared: decision.data.totalFen,
          derived: batch.data.totalFen,
        }),
      ];

const sameHands = (events: readonly FactEvent<any>[], text: string): Finding =>
  finding('SEPARATION_OF_DUTIES', events, { case: text, day: events.at(-1)!.day });

const ownConfirmation = (batch: Batch, confirmation: Confirmation): Finding[] =>
  confirmation.data.confirmer === batch.data.preparer
    ? [sameHands([batch, confirmation], 'prepared and confirmed by one person')]
    : [];

function ownReview(batch: Batch, confirmations: readonly Confirmation[], review: Review): Finding[] {
  const { reviewer } = review.data;
  const own = confirmations.find(({ data }) => data.confirmer === reviewer);
  return [
    ...(reviewer === batch.data.preparer
      ? [sameHands([batch, review], 'prepared and reviewed by one person')]
      : []),
    ...(own ? [sameHands([own, review], 'confirmed and reviewed by one person')] : []),
  ];
}

const otherDistrict = (batch: Batch, review: Review): Finding[] =>
  review.data.reviewerRegion === batch.regionId
    ? []
    : [sameHands([batch, review], 'reviewed by another district')];

/** The last word of the 街镇 before the review counts. */
function unconfirmed(confirmations: readonly Confirmation[], review: Review): Finding[] {
  const last = confirmations.findLast(({ time }) => time <= review.time);
  if (last?.data.decision === 'APPROVED') return [];
  return last
    ? [finding('STATE', [last, review], { case: 'reviewed after it was sent back', day: review.day })]
    : [unpreceded(review, 'reviewed before it was confirmed')];
}

/** Of several answers for a line the last one before the review counts. */
function unverified(batch: Batch, verifications: readonly Verification[], review: Review): Finding[] {
  const results = new Map<number, string>();
  for (const { time, data } of verifications) if (time <= review.time) results.set(data.line, data.result);
  const lines = batch.data.lines.map(({ line }) => line);
  const missing = lines.filter((line) => !results.has(line)).length;
  const wrong = lines.filter((line) => (results.get(line) ?? 'MATCH') !== 'MATCH').length;
  const report = (text: string, count: number): Finding[] =>
    count === 0 ? [] : [finding('STATE', [batch, review], { case: text, lines: count, day: review.day })];
  return [
    ...report('reviewed before all accounts were verified', missing),
    ...report('reviewed with accounts that do not match', wrong),
  ];
}

function secondApproval(reviews: readonly Review[]): Finding[] {
  const [first, ...further] = reviews.filter(({ data }) => data.decision === 'APPROVED');
  return further.map((review) =>
    finding('STATE', [first!, review], { case: 'reviewed twice', day: review.day }),
  );
}
