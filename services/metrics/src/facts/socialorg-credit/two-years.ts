import { addMonths } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { DISHONEST_LISTED, type Listing, isOn } from './listings.js';

const isDishonest = ofType(DISHONEST_LISTED);

/** 令60号: who is abnormal for two years is listed as dishonest. */
const MONTHS = 24;

/**
 * Nothing here looks at a clock: a body was abnormal too long once some event of it, the end of the listing or any
 * other, lies beyond the two years.
 */
export const abnormalTooLong = (
  listings: readonly Listing[],
  history: readonly FactEvent<any>[],
): Finding[] =>
  listings
    .filter((listing) => isOn('ABNORMAL', listing))
    .flatMap((listing) => {
      const due = addMonths(listing.from, MONTHS);
      const shownBy = history.find(({ day }) => day > due);
      const isOver = listing.until !== null && listing.until <= due;
      const isDone = listings.some((other) => isOn('DISHONEST', other) && other.from >= listing.from);
      if (!shownBy || isOver || isDone) return [];
      return [
        finding('STATE', [shownBy, listing.begin], {
          case: 'abnormal for two years and not dishonest',
          since: listing.from,
          due,
        }),
      ];
    });

/** Who is dishonest for having been abnormal names the decision that made it so. */
export const withoutTheTwoYears = (
  listings: readonly Listing[],
  history: readonly FactEvent<any>[],
): Finding[] =>
  history
    .filter(isDishonest)
    .filter(({ data }) => data.cause === 'TWO_YEARS_ABNORMAL' && !isKnown(data.abnormalFrom, listings))
    .map((listed: EventOf<typeof DISHONEST_LISTED>) =>
      finding('MISSING_PREDECESSOR', [listed], {
        case: 'dishonest before abnormal',
        day: listed.data.from,
      }),
    );

const isKnown = (abnormalFrom: string | null, listings: readonly Listing[]): boolean =>
  listings.some((listing) => isOn('ABNORMAL', listing) && listing.from === abnormalFrom);
