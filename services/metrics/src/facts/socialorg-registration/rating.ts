import { addDays, type BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { type Stretch, contains } from '../span.js';
import type { Membership } from './membership.js';

export const RATED = 'cn.gov.mca.socialorg.rated';
export const REVOKED = 'cn.gov.mca.socialorg.rating.revoked';

/** A rating and the days on which it is in force: from the day of rating through the last valid day, or until revoked. */
export interface Rating extends Stretch {
  readonly level: string;
  readonly ratedOn: BusinessDay;
}

export interface Ratings {
  /** Given while registered, oldest first; of two on one day the later recorded comes last. */
  readonly ratings: readonly Rating[];
  readonly findings: readonly Finding[];
}

const isRated = ofType(RATED);
const isRevoked = ofType(REVOKED);

export function ratingsOf(history: readonly FactEvent<any>[], memberships: readonly Membership[]): Ratings {
  const findings: Finding[] = [];
  const rated = history.filter(isRated);
  const revocations = history.filter(isRevoked);
  for (const revocation of revocations) {
    if (rated.some(({ data }) => data.ratedOn === revocation.data.ratedOn)) continue;
    const { ratedOn } = revocation.data;
    findings.push(finding('MISSING_PREDECESSOR', [revocation], { case: 'revoked before rated', ratedOn }));
  }
  const ratings: Rating[] = [];
  for (const event of rated) {
    if (memberships.some((membership) => contains(membership, event.data.ratedOn))) {
      ratings.push(ratingOf(event, revocations));
    } else findings.push(outsideRegistration(event, memberships));
  }
  return {
    ratings: ratings.sort((a, b) => (a.ratedOn < b.ratedOn ? -1 : a.ratedOn > b.ratedOn ? 1 : 0)),
    findings,
  };
}

function ratingOf(event: EventOf<typeof RATED>, revocations: readonly EventOf<typeof REVOKED>[]): Rating {
  const { level, ratedOn, validTo } = event.data;
  const expiry = addDays(validTo, 1);
  const revocation = revocations.find(({ data, day }) => data.ratedOn === ratedOn && day < expiry);
  const until = revocation ? revocation.day : expiry;
  return { level, ratedOn, from: ratedOn, until, causes: [event.id, ...(revocation ? [revocation.id] : [])] };
}

const outsideRegistration = (event: EventOf<typeof RATED>, memberships: readonly Membership[]): Finding =>
  memberships.length > 0
    ? finding('STATE', [event], { case: 'rated while not registered', ratedOn: event.data.ratedOn })
    : finding('MISSING_PREDECESSOR', [event], {
        case: 'rated before registered',
        ratedOn: event.data.ratedOn,
      });
