import type { BusinessDay } from '@minhai/domain';
import type { FactRow } from '@minhai/facts';
import { type Span, contains, turnsOf } from '../span.js';
import type { Claim } from './claims.js';

/** Days on which the same facilities stand on a site and say the same. */
export interface SiteDays extends Span {
  readonly claims: readonly Claim[];
}

export function siteDaysOf(claims: readonly Claim[]): SiteDays[] {
  const turns = turnsOf(claims);
  return turns.map((from, i) => ({
    from,
    until: turns[i + 1] ?? null,
    claims: claims.filter((claim) => contains(claim, from)),
  }));
}

/** The claim that holds: the one said last, among those that state an area. */
export const holding = ({ claims }: SiteDays): Claim | undefined =>
  claims
    .filter(({ area }) => area > 0)
    .reduce<Claim | undefined>(
      (latest, claim) => (latest && latest.said > claim.said ? latest : claim),
      undefined,
    );

/** The area of one site, once, for as long as any facility that states it is open. */
export function areaRows(days: readonly SiteDays[]): FactRow[] {
  const rows: { claim: Claim; from: BusinessDay; until: BusinessDay | null; causes: string[] }[] = [];
  for (const day of days) {
    const claim = holding(day);
    const last = rows.at(-1);
    if (!claim) continue;
    if (last?.claim === claim) last.until = day.until;
    else {
      const handedOver = last?.until === day.from && day.from > claim.from ? endOf(last.claim, day.from) : [];
      if (last?.until === day.from && day.from === claim.from) last.causes.push(claim.begunBy.id);
      rows.push({ claim, from: day.from, until: day.until, causes: [claim.begunBy.id, ...handedOver] });
    }
  }
  return rows.map(({ claim, from, until, causes }) => ({
    measure: 'eldercare.facility-area',
    ...claim.place,
    dims: {},
    amount: claim.area,
    validFrom: from,
    validUntil: until,
    causes: [...new Set([...causes, ...endOf(claim, until)])],
  }));
}

const endOf = ({ endedBy, until }: Claim, day: BusinessDay | null): string[] =>
  endedBy !== null && until !== null && until === day ? [endedBy.id] : [];
