import { type BusinessDay, UNKNOWN_STREET } from '@minhai/domain';
import type { Amount, Lookup, Window } from '../evaluate/window.js';

/** What cannot be given to one 街镇: those that no longer stand and were divided, or left nobody to take over. */
export const UNASSIGNED = 'unassigned';

const STANDING = 'reference.divisions';
const SUCCESSIONS = 'reference.division-successions';

/** The 街镇 of a district on a day, and who took over from those that stood before. */
export interface Organisation {
  readonly standing: ReadonlySet<string>;
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** What has to be looked up for the organisation of a day. */
export const organisationWindows = (day: BusinessDay): Window[] =>
  [STANDING, SUCCESSIONS].map((measure) => ({ measure, from: null, to: day }));

export function readOrganisation(lookup: Lookup, day: BusinessDay): Organisation {
  const [standing, ended] = organisationWindows(day).map((window) =>
    lookup(window).filter(({ amount }) => amount > 0n),
  ) as [Amount[], Amount[]];
  return {
    standing: new Set(standing.filter(({ dims }) => dims['level'] === 'STREET').map(({ street }) => street)),
    successors: new Map(
      ended.map(({ street, dims }) => [street, (dims['successors'] ?? '').split(' ').filter(Boolean)]),
    ),
  };
}

/**
 * The member under which the figures of a 街镇 stand in an organisation: itself while it stands or is not known to have
 * ended, else the one 街镇 that all its successors lead to, else `unassigned`. Nothing is dropped, nothing is guessed:
 * a division says who took over, not how much.
 */
export function memberIn({ standing, successors }: Organisation, street: string): string {
  if (street === UNKNOWN_STREET) return UNKNOWN_STREET;
  const heirs = new Set<string>();
  const seen = new Set<string>();
  const open = [street];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (seen.has(code)) continue;
    seen.add(code);
    const next = standing.has(code) ? undefined : successors.get(code);
    if (next === undefined) heirs.add(code);
    else if (next.length === 0) heirs.add(UNASSIGNED);
    else open.push(...next);
  }
  const [heir, ...others] = heirs;
  return heir === undefined || others.length > 0 ? UNASSIGNED : heir;
}

/**
 * The members whose figures must be withheld: those that a withheld 街镇 is part of. All others are sums of figures that
 * are shown, so that both breakdowns together tell no more than the first.
 */
export const withheldMembers = (
  organisation: Organisation,
  withheld: ReadonlySet<string>,
): ReadonlySet<string> => new Set([...withheld].map((street) => memberIn(organisation, street)));

/** The same amounts under the members of an organisation; their sum is what it was. */
export const organised =
  (lookup: Lookup, organisation: Organisation): Lookup =>
  (window) =>
    lookup(window).map((row) => ({ ...row, street: memberIn(organisation, row.street) }));
