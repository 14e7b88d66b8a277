import { dayOf, parseMarriageWordNumber, yearOf, type MarriageWordNumber } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import { broken } from './rule.js';

/**
 * A certificate's word number carries its kind, its office and the year of issue, and the event must agree with all
 * three. A number of the wrong form is the form check's to report.
 */
export function wordNumberProblems(
  text: string,
  prefixes: readonly MarriageWordNumber['prefix'][],
  issue: { readonly office: string; readonly time: number },
): Problem[] {
  const number = parseMarriageWordNumber(text);
  if (!number) return [];
  const problems: Problem[] = [];
  const problem = (message: string) => problems.push(broken('/data/certWordNo', message));
  if (!prefixes.includes(number.prefix)) problem(`the word number begins with ${prefixes.join(' or ')}`);
  if (number.office !== issue.office) problem('the word number carries another office');
  if (number.year !== yearOf(dayOf(issue.time)))
    problem('the word number carries another year than the event');
  return problems;
}
