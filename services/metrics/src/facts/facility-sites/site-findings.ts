import type { Finding } from '@minhai/facts';
import { finding } from '../finding.js';
import type { Claim } from './claims.js';
import { type SiteDays, holding } from './site-area.js';

/** Facilities of one site that disagree about it, from the day they begin to. */
export const contradictions = (days: readonly SiteDays[]): Finding[] => [
  ...disagreements(days, 'areas of one site differ', ({ area }) => (area > 0 ? area : null)),
  ...disagreements(days, 'one site in two streets', ({ place }) => place.street),
];

function disagreements(
  days: readonly SiteDays[],
  name: string,
  opinionOf: (claim: Claim) => string | number | null,
): Finding[] {
  const findings: Finding[] = [];
  let wasAgreed = true;
  for (const day of days) {
    const opinions = day.claims.filter((claim) => opinionOf(claim) !== null);
    const isAgreed = new Set(opinions.map(opinionOf)).size <= 1;
    if (!isAgreed && wasAgreed) {
      const causes = opinions.toSorted((a, b) => a.said - b.said).map(({ begunBy }) => begunBy);
      const detail = { case: name, day: day.from, countedHundredthsM2: holding(day)?.area ?? 0 };
      findings.push(finding('STATE', causes, detail, 'warning'));
    }
    wasAgreed = isAgreed;
  }
  return findings;
}
