import type { DistrictCode } from '../reference/districts.js';
import { PUBLISHED_COMMUNITY } from './published-community.js';

interface CommunityFigures {
  /** In post, a person once. */
  readonly workers: number;
  readonly certifiedWorkers: number;
  readonly cloudHouseholds: number;
  readonly guestHalls: number;
  readonly demonstrationHalls: number;
  /** Persons, whatever certificates each holds. */
  readonly socialWorkers: number;
  /** Boundaries known from any round of inspection. */
  readonly boundaries: number;
  /** Streets with a comprehensive facility, each once. */
  readonly complexStreets: number;
}

export interface CommunityExpectations extends CommunityFigures {
  /** What is not named is unchanged. */
  readonly knownOn15January2021: Partial<CommunityFigures>;
}

/** Read from the tables alone. */
export function communityExpectations(district: DistrictCode): CommunityExpectations {
  const { workers, guestHalls, socialWorkers, boundaries, complexStreets } = PUBLISHED_COMMUNITY[district];
  return {
    workers: workers.hired - workers.left,
    certifiedWorkers: workers.certified,
    cloudHouseholds: 0,
    guestHalls: guestHalls.open,
    demonstrationHalls: guestHalls.demonstration,
    socialWorkers: socialWorkers.persons,
    boundaries,
    complexStreets,
    knownOn15January2021: {
      workers: workers.inPostKnownOn15January,
      certifiedWorkers: workers.certifiedKnownOn15January,
      guestHalls: guestHalls.openKnownOn15January,
      demonstrationHalls: guestHalls.demonstrationKnownOn15January,
    },
  };
}
