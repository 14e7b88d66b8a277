import type { FactEvent, Finding } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import type { CAPACITY_CHANGED } from '../community-facility/meal-capacity.js';
import { finding } from '../finding.js';
import { contains } from '../span.js';
import type { Claim } from './claims.js';
import { type SiteDays, holding } from './site-area.js';

type EventById = (id: string) => FactEvent<any>;

/** Facilities of one site that disagree about it, from the day they begin to. */
export const contradictions = (days: readonly SiteDays[], eventOf: EventById): Finding[] => [
  ...disagreements(days, eventOf, 'areas of one site differ', ({ area }) => (area > 0 ? String(area) : null)),
  ...disagreements(days, eventOf, 'one site in two streets', ({ place }) => place.street),
];

function disagreements(
  days: readonly SiteDays[],
  eventOf: EventById,
  name: string,
  opinionOf: (claim: Claim) => string | null,
): Finding[] {
  const findings: Finding[] = [];
  let wasAgreed = true;
  for (const day of days) {
    const opinions = day.claims.filter((claim) => opinionOf(claim) !== null);
    const isAgreed = new Set(opinions.map(opinionOf)).size <= 1;
    if (!isAgreed && wasAgreed) {
      const causes = opinions.toSorted((a, b) => a.said - b.said).map(({ begunBy }) => eventOf(begunBy));
      const detail = { case: name, day: day.from, siteId: opinions[0]!.siteId };
      findings.push(finding('STATE', causes, { ...detail, counted: areaText(holding(day)) }, 'warning'));
    }
    wasAgreed = isAgreed;
  }
  return findings;
}

const areaText = (claim: Claim | undefined): string => claim?.profile.floorAreaM2 ?? '0.00';

/** Meals are served at a meal site, or where one stands under the same roof. */
export function mealsElsewhere(
  changes: readonly EventOf<typeof CAPACITY_CHANGED>[],
  claims: readonly Claim[],
): Finding[] {
  return changes.flatMap((event) => {
    const { facilityId, delta } = event.data;
    const here = claims.filter((claim) => contains(claim, event.day));
    const site = here.find((claim) => claim.facilityId === facilityId)?.siteId;
    const isServed = here.some(({ siteId, profile }) => siteId === site && profile.kind === 'MEAL_SITE');
    if (delta < 0 || site === undefined || isServed) return [];
    return [finding('STATE', [event], { case: 'meals where no meal site is', day: event.day }, 'warning')];
  });
}
