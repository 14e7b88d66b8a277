import { deadlineOf } from '@minhai/domain';
import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const ABNORMAL_LISTED = 'cn.gov.mca.socialorg.abnormal.listed';
export const ABNORMAL_DELISTED = 'cn.gov.mca.socialorg.abnormal.delisted';
export const DISHONEST_LISTED = 'cn.gov.mca.socialorg.dishonest.listed';
export const DISHONEST_DELISTED = 'cn.gov.mca.socialorg.dishonest.delisted';

const isAbnormal = ofType(ABNORMAL_LISTED);
const isDishonest = ofType(DISHONEST_LISTED);

type Listed = EventOf<typeof ABNORMAL_LISTED | typeof DISHONEST_LISTED>;

export const isListed = (event: FactEvent<any>): event is Listed => isAbnormal(event) || isDishonest(event);

const isOfList = (event: FactEvent<any>): boolean =>
  isListed(event) || event.type === ABNORMAL_DELISTED || event.type === DISHONEST_DELISTED;

export type List = 'ABNORMAL' | 'DISHONEST';

const listOf = ({ type }: FactEvent<any>): List =>
  type === ABNORMAL_LISTED || type === ABNORMAL_DELISTED ? 'ABNORMAL' : 'DISHONEST';

/** Days on which the body stands on a list, from the decision to list it to the day it left. */
export type Listing = Tenure<Listed>;

export interface Listings {
  readonly listings: readonly Listing[];
  readonly findings: readonly Finding[];
}

/** A listing holds from the decision, which the list may carry days later. */
const asDecided = (event: FactEvent<any>): FactEvent<any> =>
  isListed(event) ? { ...event, day: event.data.from } : event;

const byDay = (a: FactEvent<any>, b: FactEvent<any>): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

export function listingsOf(history: readonly FactEvent<any>[]): Listings {
  const events = history.filter(isOfList);
  const { tenures, findings } = tenuresOf(events.map(asDecided).sort(byDay), {
    isBegin: isListed,
    isEnd: isOfList,
    keyOf: listOf,
    begun: 'listed',
    ended: 'delisted',
  });
  return {
    listings: tenures,
    findings: [...findings, ...events.filter(isListed).flatMap(enteredLate)],
  };
}

/** 令60号: a body is entered within five working days of the decision; later is a breach of duty (ADR 15). */
function enteredLate(listed: Listed): Finding[] {
  const due: BusinessDay | undefined = deadlineOf('CREDIT_LISTING', listed.data.from);
  if (due === undefined || listed.day <= due) return [];
  return [
    finding(
      'LIMIT',
      [listed],
      { case: 'listed late', list: listOf(listed), due, day: listed.day },
      'warning',
    ),
  ];
}

export const isOn = (list: List, { begin }: Listing): boolean => listOf(begin) === list;
