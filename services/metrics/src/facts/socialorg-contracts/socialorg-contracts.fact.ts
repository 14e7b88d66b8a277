import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { outsideRegister } from '../socialorg-registration/after-deregistration.js';
import {
  DEREGISTERED,
  REGISTERED,
  membershipsOf,
  ofOrganisation,
} from '../socialorg-registration/membership.js';
import { RATED, REVOKED, type Rating, ratingsOf } from '../socialorg-registration/rating.js';
import { contains } from '../span.js';

export const AWARDED = 'cn.gov.mca.socialorg.contract.awarded';

type Contract = EventOf<typeof AWARDED>;

const isAwarded = ofType(AWARDED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { memberships } = membershipsOf(history);
  const { ratings } = ratingsOf(history, memberships);
  const { first: counted, again } = firstOfEach(history.filter(isAwarded), ({ data }) => data.contractId);
  return {
    rows: counted.flatMap(rowsOf),
    findings: [
      ...again.map((contract) => outOfState(contract, 'contract awarded twice')),
      ...counted.flatMap((contract) => outsideRegister(contract, memberships, 'contract')),
      ...counted.flatMap((contract) => ratingProblems(contract, ratings)),
    ],
  };
}

function rowsOf(contract: Contract): FactRow[] {
  const { ratingRequired, amountFen } = contract.data;
  const dims = { ratingRequired: ratingRequired ? 'YES' : 'NO' };
  return [
    flowRow(contract, 'socialorg.contracts', dims),
    ...(amountFen === 0 ? [] : [flowRow(contract, 'socialorg.contract-fen', dims, amountFen)]),
  ];
}

/** What the contract says of the rating is compared with the newest one in force on its day. */
function ratingProblems(contract: Contract, ratings: readonly Rating[]): Finding[] {
  const { ratingRequired, rating: declared } = contract.data;
  const held = ratings.findLast((rating) => contains(rating, contract.day));
  const derived = held?.level ?? 'NONE';
  if (ratingRequired && !(held && held.level >= 'A3'))
    return [finding('AUTHORISATION', [contract], { case: 'no 3A in force', derived, day: contract.day })];
  return declared !== null && declared !== derived
    ? [finding('AFTER_MISMATCH', [contract], { case: 'another rating in force', declared, derived })]
    : [];
}

/** Contracts awarded to social organisations; where the tender asks for it, to those rated 3A or above. */
export const fact: FactDefinition = {
  name: 'socialorg.contracts',
  titles: { zh: '政府购买服务合同', en: 'Contracts awarded to social organisations' },
  measures: [
    flow('socialorg.contracts', '份', '购买服务合同', 'Contracts awarded'),
    flow('socialorg.contract-fen', '分', '购买服务合同金额', 'Their amount, in fen'),
  ],
  reads: {
    [REGISTERED]: ofOrganisation,
    [DEREGISTERED]: ofOrganisation,
    [RATED]: ofOrganisation,
    [REVOKED]: ofOrganisation,
    [AWARDED]: ofOrganisation,
  },
  fold,
};
