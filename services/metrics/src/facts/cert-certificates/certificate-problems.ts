import type { FactEvent, Finding } from '@minhai/facts';
import { finding, unpreceded } from '../finding.js';
import { needs, once } from '../once.js';
import { intersect } from '../span.js';
import {
  type Issue,
  endedBy,
  isExpired,
  isIssued,
  isReplaced,
  isRevoked,
  isVerified,
} from './certificate-events.js';
import { type Standing, resultOn, standingOf } from './standing.js';

/** What cannot be true of one certificate. */
export function certificateProblems(history: readonly FactEvent<any>[], identifier: string): Finding[] {
  const issues = once(history.filter(isIssued), 'issued twice');
  const replaced = history.filter((event) => isReplaced(event) && event.data.replaces === identifier);
  return [
    ...issues.findings,
    ...once(history.filter(isRevoked), 'revoked twice').findings,
    ...once(history.filter(isExpired), 'expired twice').findings,
    ...once(replaced, 'replaced twice').findings,
    ...history.flatMap((event) => orderProblems(event, issues.first, identifier)),
    ...history.filter(isExpired).flatMap((expiry) => otherLastDay(expiry, issues.first)),
    ...verificationProblems(history, standingOf(history, identifier)),
  ];
}

function orderProblems(event: FactEvent<any>, issue: Issue | undefined, identifier: string): Finding[] {
  if (isReplaced(event) && event.data.identifier === identifier)
    return issue ? [] : [unpreceded(event, 'replacement that was not issued')];
  if (endedBy(event) !== identifier) return [];
  const verb = isReplaced(event) ? 'replaced' : isRevoked(event) ? 'revoked' : 'expired';
  return needs(event, issue, { without: `${verb} without an issue`, before: `${verb} before it was issued` });
}

const otherLastDay = (
  expiry: FactEvent<{ readonly validTo: string }>,
  issue: Issue | undefined,
): Finding[] =>
  issue && issue.data.validTo !== expiry.data.validTo
    ? [
        finding('AFTER_MISMATCH', [issue, expiry], {
          case: 'expired on another last day',
          day: expiry.day,
          validTo: issue.data.validTo ?? 'none',
        }),
      ]
    : [];

/** A certificate of another register is none of ours; a document may always differ from what is on record. */
const verificationProblems = (
  history: readonly FactEvent<any>[],
  standing: Standing | undefined,
): Finding[] =>
  history.filter(isVerified).flatMap((verification) => {
    const expected = standing && resultOn(standing, verification.day);
    const { result } = verification.data;
    if (expected === undefined || result === 'MISMATCH' || result === expected) return [];
    const about = [standing!.issue, verification];
    return [
      finding('AFTER_MISMATCH', about, {
        case: 'verified otherwise',
        day: verification.day,
        result,
        expected,
      }),
    ];
  });

/** Of the versions of one certificate one is in force at a time; each overlap is told at the later one. */
export function seriesProblems(history: readonly FactEvent<any>[]): Finding[] {
  const identifiers = new Set(history.filter(isIssued).map(({ data }) => data.identifier));
  const standings = [...identifiers].map((identifier) => standingOf(history, identifier)!);
  return standings.flatMap((standing, i) => {
    const rival = standings.slice(0, i).find((earlier) => intersect(earlier, standing) !== undefined);
    return rival
      ? [
          finding('STATE', [rival.issue, standing.issue], {
            case: 'two versions in force',
            day: standing.issue.day,
          }),
        ]
      : [];
  });
}
