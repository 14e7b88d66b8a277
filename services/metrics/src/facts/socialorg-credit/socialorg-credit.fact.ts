import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { flow, stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { outsideRegister } from '../socialorg-registration/after-deregistration.js';
import {
  DEREGISTERED,
  REGISTERED,
  membershipsOf,
  ofOrganisation,
} from '../socialorg-registration/membership.js';
import { RATED } from '../socialorg-registration/rating.js';
import { FILED, isFiled, reportFindings, reportRows } from './annual-reports.js';
import {
  ABNORMAL_DELISTED,
  ABNORMAL_LISTED,
  DISHONEST_DELISTED,
  DISHONEST_LISTED,
  type Listing,
  isListed,
  listingsOf,
} from './listings.js';
import { ratingFindings } from './rating-conditions.js';
import { abnormalTooLong, withoutTheTwoYears } from './two-years.js';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { memberships } = membershipsOf(history);
  const { listings, findings } = listingsOf(history);
  const reports = history.filter(isFiled);
  // Bodies registered elsewhere are listed here all the same.
  const afterwards =
    memberships.length === 0
      ? []
      : history.filter(isListed).flatMap((event) => outsideRegister(event, memberships, 'listed'));
  return {
    rows: [...listings.map(listedRow), ...reportRows(reports)],
    findings: [
      ...findings,
      ...afterwards,
      ...abnormalTooLong(listings, history),
      ...withoutTheTwoYears(listings, history),
      ...reportFindings(reports, { memberships, listings }),
      ...ratingFindings(history, memberships, listings),
    ],
  };
}

const listedRow = (listing: Listing): FactRow =>
  tenureRow(listing, 'socialorg.listed', { list: listing.key });

/** Standing of social organisations: the abnormal and the dishonest list, annual reports, and who may be rated. */
export const fact: FactDefinition = {
  name: 'socialorg.credit',
  titles: { zh: '社会组织信用与年报', en: 'Social organisations: credit and annual reports' },
  measures: [
    stock('socialorg.listed', '家', '列入名录的社会组织', 'Organisations on a list, by list'),
    flow('socialorg.annual-reports', '份', '年度报告', 'Annual reports filed, by result'),
  ],
  reads: {
    [REGISTERED]: ofOrganisation,
    [DEREGISTERED]: ofOrganisation,
    [RATED]: ofOrganisation,
    [FILED]: ofOrganisation,
    [ABNORMAL_LISTED]: ofOrganisation,
    [ABNORMAL_DELISTED]: ofOrganisation,
    [DISHONEST_LISTED]: ofOrganisation,
    [DISHONEST_DELISTED]: ofOrganisation,
  },
  fold,
};
