import type {
  FactDefinition,
  FactEvent,
  FactRow,
  Finding,
  FoldResult,
  MeasureDefinition,
} from '@minhai/facts';
import { type Episode, episodeAt, episodesOf } from '../bed-capacity/episode.js';
import { ofType } from '../event-kind.js';
import { finding, isReportedLate, lateReport, outOfState } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { contains } from '../span.js';
import { CHANGED, CLOSED, OPENED, type Phase, ofFacility, phasesOf } from './facility-phases.js';
import {
  CAPACITY_CHANGED,
  type CapacityEvent,
  capacityFindings,
  capacityRows,
  servedElsewhere,
} from './meal-capacity.js';
import { type Stretch, causesOf, stretchesOf } from './stretches.js';

const isCapacityEvent = ofType(CAPACITY_CHANGED);

const facilityRow = (stretch: Stretch): FactRow => ({
  measure: 'eldercare.facilities',
  ...stretch.place,
  dims: {
    kind: stretch.profile.kind,
    level: stretch.profile.level,
    operatorType: stretch.profile.operatorType,
    branch: String(stretch.profile.isBranch),
  },
  amount: 1,
  validFrom: stretch.from,
  validUntil: stretch.until,
  causes: causesOf(stretch),
});

function beforeOpening(phases: readonly Phase[], events: readonly CapacityEvent[]): Finding[] {
  const early = events.filter(({ day }) =>
    phases.some((phase) => phase.status === 'unannounced' && contains(phase, day)),
  );
  if (early.length === 0) return [];
  return [finding('MISSING_PREDECESSOR', early, { case: 'capacity before opened', day: early[0]!.day })];
}

const whileClosed = (event: CapacityEvent): Finding => outOfState(event, 'capacity changed while closed');

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases, findings } = phasesOf(history);
  const changes = history.filter(isCapacityEvent);
  const episodes = episodesOf(phases);
  const byEpisode = groupBy(changes, ({ day }): Episode | undefined => episodeAt(episodes, day));
  const counted = episodes.map((episode) => ({ episode, events: byEpisode.get(episode) ?? [] }));
  return {
    rows: [
      ...stretchesOf(phases, ['kind', 'level', 'operatorType', 'isBranch']).map(facilityRow),
      ...counted.flatMap(({ episode, events }) => events.flatMap((event) => capacityRows(event, episode))),
    ],
    findings: [
      ...findings,
      ...history.filter(isReportedLate).map(lateReport),
      ...beforeOpening(phases, changes),
      ...(byEpisode.get(undefined) ?? []).map(whileClosed),
      ...counted.flatMap(({ events }) => capacityFindings(events)),
      ...servedElsewhere(changes, stretchesOf(phases, ['kind'])),
    ],
  };
}

const MEASURES: readonly MeasureDefinition[] = [
  stock('eldercare.facilities', '个', '社区养老服务设施', 'Community elder-care facilities open'),
  stock(
    'eldercare.meal-capacity',
    '客/日',
    '老年助餐供客能力',
    'Meal capacity of open sites, portions a day',
  ),
];

/** Community facilities that are open, by what they are, and the meals they can serve. */
export const fact: FactDefinition = {
  name: 'eldercare.community-facility',
  version: 2,
  titles: { zh: '社区养老服务设施', en: 'Community elder-care facilities' },
  measures: MEASURES,
  reads: {
    [OPENED]: ofFacility,
    [CHANGED]: ofFacility,
    [CLOSED]: ofFacility,
    [CAPACITY_CHANGED]: ofFacility,
  },
  fold,
};
