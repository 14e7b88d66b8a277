import type { Continuation, FactRow } from '@minhai/facts';
import { addBedRows, addNewBedRows } from './bed-rows.js';
import {
  afterMismatches,
  type BedStock,
  isWithinBounds,
  lateReports,
  NO_BEDS,
  stockAfter,
  stockFindings,
} from './bed-checks.js';
import { BED_CHANGED, isConversion, ownDay } from './bed-posting.js';
import { type Episode, episodesOf } from './episode.js';
import { phasesOf } from './institution-phases.js';
import { ofType } from '../event-kind.js';

/** An institution that is open and whose beds have added up so far. */
interface SoundBeds {
  /** The open one, with the stay it is in. */
  readonly episode: Episode;
  readonly beds: BedStock;
}

const isBedEvent = ofType(BED_CHANGED);

/**
 * Where beds are sound, later changes of beds add their own rows and leave everything else as it was. A conversion
 * looks for its other half, a care home for its size, and what does not add up is told anew after each event: those
 * need the history.
 */
export const continues: Continuation<SoundBeds> = {
  pastOf: (history) => {
    const { phases } = phasesOf(history);
    const episodes = episodesOf(phases);
    const [episode] = episodes;
    const isOpen = phases.at(-1)!.status === 'open' && episodes.length === 1;
    if (!isOpen || phases.some(({ profile }) => profile?.scope === 'CARE_HOME')) return undefined;
    const changes = history.filter(isBedEvent);
    const isSound =
      !changes.some(isConversion) &&
      stockFindings(changes.map(ownDay)).length === 0 &&
      afterMismatches(changes).length === 0;
    return isSound ? { episode: inLastStay(episode!), beds: changes.reduce(stockAfter, NO_BEDS) } : undefined;
  },
  next: ({ episode, beds: before }, event) => {
    if (!isBedEvent(event) || isConversion(event)) return undefined;
    const beds = stockAfter(before, event);
    if (beds[event.data.bedType] !== event.data.after || !isWithinBounds(beds)) return undefined;
    const posting = ownDay(event);
    const rows: FactRow[] = [];
    addBedRows(rows, posting, episode);
    addNewBedRows(rows, posting, episode);
    return { rows, findings: lateReports([event]), past: { episode, beds } };
  },
};

/** What comes later counts from its own day on: stays that have ended by then are none of its business. */
const inLastStay = (episode: Episode): Episode => ({ ...episode, stays: episode.stays.slice(-1) });
