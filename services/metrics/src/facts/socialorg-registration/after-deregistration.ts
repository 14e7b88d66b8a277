import type { FactEvent, Finding } from '@minhai/facts';
import { outOfState, unpreceded } from '../finding.js';
import { contains } from '../span.js';
import type { Membership } from './membership.js';

/**
 * Once a body has left the register only its archive is written on: whatever else happens to it on a day on which it is
 * not registered is reported, and so is what happens to one of which no registration is known.
 */
export function outsideRegister(
  event: FactEvent<any>,
  memberships: readonly Membership[],
  what: string,
): Finding[] {
  if (memberships.some((membership) => contains(membership, event.day))) return [];
  const isGone = memberships.some(({ until }) => until !== null && until <= event.day);
  return [
    isGone
      ? outOfState(event, `${what} after deregistration`)
      : unpreceded(event, `${what} before registered`),
  ];
}
