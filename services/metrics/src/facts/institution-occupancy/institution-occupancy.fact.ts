import type { Continuation, FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { BED_CHANGED, postingsOf } from '../bed-capacity/bed-posting.js';
import { type Episode, episodeAt, episodesOf } from '../bed-capacity/episode.js';
import { phasesOf } from '../bed-capacity/institution-phases.js';
import { ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { ofInstitution, outsideOpening, readsOfLife } from '../institution-life.js';
import { stock } from '../measure.js';
import { placeOf } from '../place.js';
import { people } from '../protected-measure.js';
import {
  ADMITTED,
  DISCHARGED,
  type Stay,
  isAdmitted,
  isDischarged,
  staysOf,
} from '../resident-stays/stay.js';
import { intersect } from '../span.js';
import { leftBehind, overfull } from './occupancy-checks.js';

const isBedEvent = ofType(BED_CHANGED);

/** A stay counts where the institution stands, and not beyond its closing. */
const occupiedRows = (stay: Stay, { stays: places }: Episode): FactRow[] =>
  places.flatMap((there): FactRow[] => {
    const span = intersect(stay, there);
    if (!span) return [];
    const moved = span.from > stay.from && there.begunBy !== null ? [there.begunBy] : [];
    const cut = span.until !== stay.until && there.endedBy !== null ? [there.endedBy] : [];
    return [
      {
        measure: 'eldercare.occupied-beds',
        ...(there.place ?? placeOf(stay.begin)),
        dims: { bedType: stay.begin.data.bedType },
        amount: 1,
        validFrom: span.from,
        validUntil: span.until,
        causes: [...stay.causes, ...moved, ...cut],
      },
    ];
  });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  // What does not fit of a stay or of a bed alone is told where the person, or the beds, are the entity.
  const { stays } = staysOf(history);
  if (stays.length === 0) return NOTHING;
  const { phases } = phasesOf(history);
  const episodes = episodesOf(phases);
  const { postings } = postingsOf(history.filter(isBedEvent));
  const staysIn = groupBy(stays, ({ from }) => episodeAt(episodes, from));
  const postingsIn = groupBy(postings, ({ day }) => episodeAt(episodes, day));
  return {
    rows: episodes.flatMap((episode) =>
      (staysIn.get(episode) ?? []).flatMap((stay) => occupiedRows(stay, episode)),
    ),
    findings: [
      ...stays.flatMap(({ begin, from }) => outsideOpening(begin, from, phases, 'admitted')),
      ...episodes.flatMap((episode): Finding[] => {
        const ofEpisode = staysIn.get(episode) ?? [];
        const closing = history.find(({ id }) => id === episode.closedBy);
        return [
          ...overfull(
            postingsIn.get(episode) ?? [],
            ofEpisode.map((stay) => within(stay, episode)),
          ),
          ...(closing ? leftBehind(closing, ofEpisode) : []),
        ];
      }),
    ],
  };
}

const NOTHING: FoldResult = { rows: [], findings: [] };

const isResident = (event: FactEvent<any>): boolean => isAdmitted(event) || isDischarged(event);

/** Until somebody is admitted there is nothing to tell, whatever becomes of the beds. */
const continues: Continuation<'nobody'> = {
  pastOf: (history) => (history.some(isResident) ? undefined : 'nobody'),
  next: (past, event) => (isResident(event) ? undefined : { ...NOTHING, past }),
  matters: isResident,
};

/** Beds and residents leave together when the institution closes. */
const within = (stay: Stay, { until }: Episode): Stay =>
  until !== null && (stay.until === null || stay.until > until) ? { ...stay, until } : stay;

/** Beds taken by residents, held against the beds there are; both follow the institution. */
export const fact: FactDefinition = {
  name: 'eldercare.institution-occupancy',
  version: 2,
  titles: { zh: '养老机构入住', en: 'Occupancy of institutions' },
  measures: [
    people(stock('eldercare.occupied-beds', '张', '已入住床位', 'Beds taken by residents, by type of bed')),
  ],
  reads: {
    ...readsOfLife,
    [BED_CHANGED]: ofInstitution,
    [ADMITTED]: ofInstitution,
    [DISCHARGED]: ofInstitution,
  },
  fold,
  continues,
};
