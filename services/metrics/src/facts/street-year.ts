import { UNKNOWN_STREET, yearOf } from '@minhai/domain';
import type { FactEvent, FindingRule, FoldResult } from '@minhai/facts';
import { finding } from './finding.js';
import { openedTwice, type OpeningRules } from './open-twice.js';

const PREFIX = 'street-year:';

/**
 * Keys under which events meet that share neither a person nor a household: the end of a case names only the case. An
 * event belongs to its year and the next one, so that a year is judged with one year before it and no history grows
 * without bound.
 */
export const streetYearsOf = ({ regionId, streetId, day }: FactEvent<any>): string[] =>
  [0, 1].map((ahead) => `${PREFIX}${regionId}:${streetId ?? UNKNOWN_STREET}:${yearOf(day) + ahead}`);

export const isStreetYear = (entity: string): boolean => entity.startsWith(PREFIX);

/** What is opened in the judged year while another one of the same owner is open; the year before is looked back on. */
export function openedTwiceInYear(
  history: readonly FactEvent<any>[],
  entity: string,
  rules: OpeningRules & { readonly rule: FindingRule; readonly text: string },
): FoldResult {
  const findings = openedTwice(history, rules)
    .filter(([, later]) => entity.endsWith(`:${yearOf(later.day)}`))
    .map((pair) => finding(rules.rule, pair, { case: rules.text, day: pair[1].day }));
  return { rows: [], findings };
}
