import type { Place } from '../place.js';
import { isSamePlace } from '../place.js';
import type { Span } from '../span.js';
import type { Phase, Profile } from './facility-phases.js';

/** Days on which an open facility stood in one place and what matters of its profile was the same. */
export interface Stretch extends Span {
  readonly place: Place;
  readonly profile: Profile;
  readonly begunBy: string;
  readonly endedBy: string | null;
}

/** The open phases, joined where none of `fields` differs: a new name ends nothing that is counted. */
export function stretchesOf(phases: readonly Phase[], fields: readonly (keyof Profile)[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { status, place, profile, from, until, begunBy, endedBy } of phases) {
    if (status !== 'open' || !place || !profile || begunBy === null) continue;
    const last = stretches.at(-1);
    const goesOn =
      last?.until === from &&
      isSamePlace(last.place, place) &&
      fields.every((field) => last.profile[field] === profile[field]);
    if (last && goesOn) stretches[stretches.length - 1] = { ...last, until, endedBy };
    else stretches.push({ place, profile, from, until, begunBy, endedBy });
  }
  return stretches;
}

export const causesOf = ({ begunBy, endedBy }: Pick<Stretch, 'begunBy' | 'endedBy'>): string[] =>
  endedBy === null ? [begunBy] : [begunBy, endedBy];
