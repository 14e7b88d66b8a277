import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding, outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { CERTIFIED, isCertified, isHired } from './employment.js';

type Certified = EventOf<typeof CERTIFIED>;

/** The first proof that a person holds a certificate. Certificates of a professional level do not expire. */
export interface Certificate {
  readonly since: BusinessDay;
  readonly provenBy: string;
}

/** A second certificate of the same person changes nothing: one person counts once. */
export function certificateOf(history: readonly FactEvent<any>[]): Certificate | undefined {
  const proof = history.find((event) => isCertified(event) || (isHired(event) && event.data.level !== null));
  return proof && { since: proof.day, provenBy: proof.id };
}

/** A certificate may be older than the post; of somebody never hired, or gone, it counts nowhere. */
export function certificateFindings(history: readonly FactEvent<any>[]): Finding[] {
  const certified = history.filter(isCertified);
  if (certified.length === 0) return [];
  if (!history.some(isHired))
    return [finding('MISSING_PREDECESSOR', certified, { case: 'certified before hired' })];
  const numbered = certified.filter(({ data }) => data.certNo !== null);
  return firstOfEach(numbered, ({ data }) => data.certNo).again.map(recordedTwice);
}

const recordedTwice = (event: Certified): Finding => outOfState(event, 'certificate recorded twice');
