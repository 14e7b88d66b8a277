import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState, unpreceded } from '../finding.js';
import { type Place, placeOf } from '../place.js';
import type { Stretch } from '../span.js';

export const REGISTERED = 'cn.gov.mca.socialorg.registered';
export const DEREGISTERED = 'cn.gov.mca.socialorg.deregistered';

/** For `reads` of a fact whose entity is an organisation. */
export const ofOrganisation = (event: FactEvent<{ usci: string }>): string[] => [event.data.usci];

/** Days on which the organisation stands in the register. */
export interface Membership extends Stretch {
  readonly place: Place;
  readonly kind: string;
}

const isRegistered = ofType(REGISTERED);

export interface Memberships {
  readonly memberships: readonly Membership[];
  readonly findings: readonly Finding[];
}

/** One identifier is one organisation: a second registration is reported, and counts only after a deregistration. */
export function membershipsOf(history: readonly FactEvent<any>[]): Memberships {
  const memberships: Membership[] = [];
  const findings: Finding[] = [];
  let open: Membership | undefined;
  for (const event of history) {
    if (isRegistered(event)) {
      if (open) findings.push(outOfState(event, 'registered twice'));
      else if (memberships.length > 0) findings.push(outOfState(event, 'registered again'));
      open ??= begin(event);
    } else if (event.type === DEREGISTERED) {
      if (open) memberships.push({ ...open, until: event.day, causes: [...open.causes, event.id] });
      else findings.push(withoutRegistration(event, memberships));
      open = undefined;
    }
  }
  if (open) memberships.push(open);
  return { memberships: memberships.filter(({ from, until }) => until === null || from < until), findings };
}

const begin = (event: EventOf<typeof REGISTERED>): Membership => ({
  from: event.day,
  until: null,
  place: placeOf(event),
  kind: event.data.kind,
  causes: [event.id],
});

const withoutRegistration = (event: FactEvent, earlier: readonly Membership[]): Finding =>
  earlier.length > 0
    ? outOfState(event, 'deregistered twice')
    : unpreceded(event, 'deregistered before registered');
