import { addMonths } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import type { Membership } from '../socialorg-registration/membership.js';
import { RATED } from '../socialorg-registration/rating.js';
import { contains } from '../span.js';
import type { Listing } from './listings.js';

const isRated = ofType(RATED);

/** 令39号: a body applies after two years; the day of application is not told, that of rating is no earlier. */
const MONTHS_REGISTERED = 24;

/** Ratings given while on a list (民发〔2021〕96号) or too soon after registration. The rating counts all the same. */
export const ratingFindings = (
  history: readonly FactEvent<any>[],
  memberships: readonly Membership[],
  listings: readonly Listing[],
): Finding[] =>
  history.filter(isRated).flatMap((rated) => {
    const { ratedOn } = rated.data;
    const listing = listings.find((candidate) => contains(candidate, ratedOn));
    const held = memberships.find((membership) => contains(membership, ratedOn));
    return [
      ...(listing
        ? [finding('STATE', [listing.begin, rated], { case: 'rated while on a list', ratedOn })]
        : []),
      ...(held && ratedOn < addMonths(held.from, MONTHS_REGISTERED)
        ? [
            finding('LIMIT', [rated], {
              case: 'rated within two years of registration',
              ratedOn,
              registered: held.from,
            }),
          ]
        : []),
    ];
  });
