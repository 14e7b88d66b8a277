import { type BusinessDay, addDays } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { contains } from '../span.js';
import { type Ending, type Issue, endedBy, isExpired, isIssued, isRevoked } from './certificate-events.js';

/** One certificate as the register has it: in force from `from` on and until the first thing that ends it. */
export interface Standing {
  readonly key: string;
  readonly issue: Issue;
  readonly from: BusinessDay;
  readonly until: BusinessDay | null;
  /** What ended it before its last day. */
  readonly ending: Ending | undefined;
}

export function standingOf(history: readonly FactEvent<any>[], identifier: string): Standing | undefined {
  const issue = history.find(
    (event): event is Issue => isIssued(event) && event.data.identifier === identifier,
  );
  if (!issue) return undefined;
  const ending = history.find(
    (event): event is Ending => endedBy(event) === identifier && event.time >= issue.time,
  );
  const { validFrom, validTo } = issue.data;
  const from = validFrom > issue.day ? validFrom : issue.day;
  const runsOut = validTo === null ? null : addDays(validTo, 1);
  const isCut = ending !== undefined && (runsOut === null || ending.day < runsOut);
  const until = isCut ? ending.day : runsOut;
  return { key: identifier, issue, from, until, ending: isCut ? ending : undefined };
}

/** What a verification on the day must say by the register; undefined where it cannot tell. */
export function resultOn(standing: Standing, day: BusinessDay): string | undefined {
  const { issue, from, until, ending } = standing;
  if (day < issue.day) return 'NOT_FOUND';
  if (contains({ from, until }, day)) return 'VALID';
  if (until === null || day < until) return undefined;
  if (!ending || isExpired(ending)) return 'EXPIRED';
  return isRevoked(ending) ? 'REVOKED' : undefined;
}
