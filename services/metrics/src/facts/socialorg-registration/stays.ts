import type { FactEvent } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { placeOf } from '../place.js';
import { contains } from '../span.js';
import type { Membership } from './membership.js';

export const CHANGED = 'cn.gov.mca.socialorg.changed';

const isChanged = ofType(CHANGED);

/** Memberships cut where the body moved: it counts in its new place from that day on. */
export function staysOf(
  memberships: readonly Membership[],
  history: readonly FactEvent<any>[],
): Membership[] {
  const moves = history.filter(isChanged).filter(({ data }) => data.reason === 'RELOCATED');
  return memberships.flatMap((membership) =>
    moves
      .filter(({ day }) => contains(membership, day))
      .reduce<Membership[]>(movedBy, [membership])
      .filter(({ from, until }) => from !== until),
  );
}

function movedBy(stays: Membership[], move: EventOf<typeof CHANGED>): Membership[] {
  const last = stays.at(-1)!;
  return [
    ...stays.slice(0, -1),
    { ...last, until: move.day, causes: [last.causes[0]!, move.id] },
    { ...last, from: move.day, place: placeOf(move), causes: [move.id, ...last.causes.slice(1)] },
  ];
}
