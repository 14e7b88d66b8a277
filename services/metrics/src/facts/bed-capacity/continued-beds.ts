import type { Continuation, FactRow } from '@minhai/facts';
import { addBedRows, addNewBedRows } from './bed-rows.js';
import { afterMismatches, lateReports, stockFindings } from './bed-checks.js';
import { type BedEvent, BED_CHANGED, isConversion, ownDay } from './bed-posting.js';
import { type Episode, episodesOf } from './episode.js';
import { phasesOf } from './institution-phases.js';
import { ofType } from '../event-kind.js';

/** An institution that is open and whose beds have added up so far. */
interface SoundBeds {
  /** The open one, with the stay it is in. */
  readonly episode: Episode;
  readonly beds: Readonly<Record<BedEvent['data']['bedType'], number>>;
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
    return isSound ? { episode: inLastStay(episode!), beds: bedsOf(changes) } : undefined;
  },
  next: ({ episode, beds: before }, event) => {
    if (!isBedEvent(event) || isConversion(event)) return undefined;
    const { bedType, delta, after } = event.data;
    const beds = { ...before, [bedType]: before[bedType] + delta };
    const isSound = beds[bedType] === after && after >= 0 && beds.DEMENTIA <= beds.GENERAL + beds.NURSING;
    if (!isSound) return undefined;
    const rows: FactRow[] = [];
    addBedRows(rows, ownDay(event), episode);
    addNewBedRows(rows, ownDay(event), episode);
    return { rows, findings: lateReports([event]), past: { episode, beds } };
  },
};

/** What comes later counts from its own day on: stays that have ended by then are none of its business. */
const inLastStay = (episode: Episode): Episode => ({ ...episode, stays: episode.stays.slice(-1) });

function bedsOf(changes: readonly BedEvent[]): SoundBeds['beds'] {
  const beds = { GENERAL: 0, NURSING: 0, DEMENTIA: 0 };
  for (const { data } of changes) beds[data.bedType] += data.delta;
  return beds;
}
