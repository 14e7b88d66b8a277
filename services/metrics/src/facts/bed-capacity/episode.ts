import type { BusinessDay } from '@minhai/domain';
import type { Place } from '../place.js';
import { isSamePlace } from '../place.js';
import { type Span, contains } from '../span.js';
import type { Phase } from './institution-phases.js';

/** Days in one place. Place is null where only the bed event itself can tell it. */
export interface Stay extends Span {
  readonly place: Place | null;
  readonly begunBy: string | null;
  readonly endedBy: string | null;
}

/** A phase of a life that opens and closes, whatever else it says. */
export type LifePhase = Pick<Phase, 'status' | 'place' | 'begunBy' | keyof Span>;

/** From an opening (or from the beginning of time) to the closing: beds never outlive it. */
export interface Episode extends Span {
  readonly stays: readonly Stay[];
  readonly closedBy: string | null;
}

export function episodesOf(phases: readonly LifePhase[]): Episode[] {
  const episodes: Episode[] = [];
  let run: LifePhase[] = [];
  for (const phase of phases) {
    if (phase.status !== 'closed') run.push(phase);
    else if (run.length > 0) {
      episodes.push(episodeOf(run, phase.begunBy));
      run = [];
    }
  }
  if (run.length > 0) episodes.push(episodeOf(run, null));
  return episodes;
}

function episodeOf(run: readonly LifePhase[], closedBy: string | null): Episode {
  const stays: Stay[] = [];
  for (const { from, until, place, begunBy } of run) {
    const last = stays.at(-1);
    if (last?.place && place && isSamePlace(last.place, place)) stays[stays.length - 1] = { ...last, until };
    else {
      if (last) stays[stays.length - 1] = { ...last, endedBy: begunBy };
      stays.push({ from, until, place, begunBy, endedBy: null });
    }
  }
  stays[stays.length - 1] = { ...stays.at(-1)!, endedBy: closedBy };
  return { from: run[0]!.from, until: run.at(-1)!.until, stays, closedBy };
}

/** The episode a change of beds belongs to. Beds brought to nothing on the closing day belong to what closes. */
export const episodeAt = (episodes: readonly Episode[], day: BusinessDay): Episode | undefined =>
  episodes.find((episode) => contains(episode, day)) ?? episodes.find((episode) => episode.until === day);
