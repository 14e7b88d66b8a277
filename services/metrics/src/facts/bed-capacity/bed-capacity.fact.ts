import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { placeOf } from '../place.js';
import { contains } from '../span.js';
import { afterMismatches, careHomeSizes, lateReports, leftBehind, stockFindings } from './bed-checks.js';
import { BED_CHANGED, type Posting, postingsOf } from './bed-posting.js';
import { type Episode, episodeAt, episodesOf } from './episode.js';
import { CHANGED, CLOSED, OPENED, type Phase, phasesOf } from './institution-phases.js';

const NEW_BED_REASONS: readonly string[] = ['NEW_BUILD', 'REBUILD', 'EXPANSION'];

const isBedEvent = ofType(BED_CHANGED);

function bedRows({ event, day, causes }: Posting, episode: Episode): FactRow[] {
  const { bedType, bedScope, delta, dementiaStandardised } = event.data;
  const measure = bedType === 'DEMENTIA' ? 'eldercare.dementia-beds' : 'eldercare.beds';
  const type: Record<string, string> =
    bedType === 'DEMENTIA' ? { standardised: String(dementiaStandardised) } : { bedType };
  return episode.stays.flatMap((stay) => {
    const from = day > stay.from ? day : stay.from;
    if (stay.until !== null && stay.until <= from) return [];
    const moved = from === stay.from && from > day && stay.begunBy !== null ? [stay.begunBy] : [];
    return {
      measure,
      ...(stay.place ?? placeOf(event)),
      dims: { ...type, scope: bedScope },
      amount: delta,
      validFrom: from,
      validUntil: stay.until,
      causes: [...causes, ...moved, ...(stay.endedBy === null ? [] : [stay.endedBy])],
    };
  });
}

/** Gross additions of institution beds; conversions, adjustments and reductions are no news. */
function newBedRows({ event, day, causes }: Posting, episode: Episode): FactRow[] {
  const { bedType, bedScope, delta, reason } = event.data;
  if (bedType === 'DEMENTIA' || delta <= 0 || !NEW_BED_REASONS.includes(reason)) return [];
  const stay = episode.stays.find((candidate) => contains(candidate, day)) ?? episode.stays.at(-1)!;
  return [
    {
      measure: 'eldercare.new-beds',
      ...(stay.place ?? placeOf(event)),
      dims: { scope: bedScope },
      amount: delta,
      validFrom: day,
      validUntil: null,
      causes,
    },
  ];
}

const institutionRows = (phases: readonly Phase[]): FactRow[] =>
  phases.flatMap(({ status, place, profile, from, until, begunBy }, i) => {
    if (status !== 'open' || !place || !profile) return [];
    const endedBy = phases[i + 1]?.begunBy;
    return {
      measure: 'eldercare.institutions',
      ...place,
      dims: {
        scope: profile.scope,
        operationMode: profile.operationMode,
        nursingHospital: String(profile.hasNursingHospital),
      },
      amount: 1,
      validFrom: from,
      validUntil: until,
      causes: [begunBy!, ...(endedBy ? [endedBy] : [])],
    };
  });

function beforeOpening(phases: readonly Phase[], postings: readonly Posting[]): Finding[] {
  const early = postings.filter(({ day }) =>
    phases.some((phase) => phase.status === 'unannounced' && contains(phase, day)),
  );
  if (early.length === 0) return [];
  const events = early.map(({ event }) => event);
  return [finding('MISSING_PREDECESSOR', events, { case: 'beds before opened', day: early[0]!.day })];
}

function episodeResult(
  episode: Episode,
  postings: readonly Posting[],
  history: readonly FactEvent<any>[],
): FoldResult {
  const rows = postings.flatMap((posting) => [...bedRows(posting, episode), ...newBedRows(posting, episode)]);
  const closing = history.find(({ id }) => id === episode.closedBy);
  return { rows, findings: [...stockFindings(postings), ...(closing ? leftBehind(closing, postings) : [])] };
}

const whileClosed = ({ event }: Posting): Finding =>
  finding('STATE', [event], { case: 'beds changed while closed', day: event.day });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases, findings: lifeFindings } = phasesOf(history);
  const episodes = episodesOf(phases);
  const bedEvents = history.filter(isBedEvent);
  const { postings, findings: transferFindings } = postingsOf(bedEvents);
  const byEpisode = groupBy(postings, ({ day }) => episodeAt(episodes, day));
  const results = episodes.map((episode) => episodeResult(episode, byEpisode.get(episode) ?? [], history));
  const eventsByEpisode = groupBy(bedEvents, ({ day }) => episodeAt(episodes, day));
  return {
    rows: [...institutionRows(phases), ...results.flatMap(({ rows }) => rows)],
    findings: [
      ...lifeFindings,
      ...transferFindings,
      ...lateReports(bedEvents),
      ...beforeOpening(phases, postings),
      ...(byEpisode.get(undefined) ?? []).map(whileClosed),
      ...results.flatMap(({ findings }) => findings),
      ...episodes.flatMap((episode) => careHomeSizes(byEpisode.get(episode) ?? [], phases)),
      ...episodes.flatMap((episode) => afterMismatches(eventsByEpisode.get(episode) ?? [])),
    ],
  };
}

const ofInstitution = (event: FactEvent<{ institutionId: string }>): string[] => [event.data.institutionId];

/** Beds of an institution, where it stood and for as long as it was open. */
export const fact: FactDefinition = {
  name: 'eldercare.bed-capacity',
  version: 3,
  titles: { zh: '养老床位', en: 'Elder-care beds' },
  measures: [
    { name: 'eldercare.beds', kind: 'stock', unit: '张', scale: 0, titles: { zh: '养老床位', en: 'Beds' } },
    {
      name: 'eldercare.dementia-beds',
      kind: 'stock',
      unit: '张',
      scale: 0,
      titles: { zh: '老年认知障碍照护床位', en: 'Dementia-care beds (an attribute, contained in beds)' },
    },
    {
      name: 'eldercare.new-beds',
      kind: 'flow',
      unit: '张',
      scale: 0,
      titles: { zh: '新增床位', en: 'Beds newly added, gross' },
    },
    {
      name: 'eldercare.institutions',
      kind: 'stock',
      unit: '家',
      scale: 0,
      titles: { zh: '养老机构', en: 'Institutions open' },
    },
  ],
  reads: {
    [OPENED]: ofInstitution,
    [CHANGED]: ofInstitution,
    [CLOSED]: ofInstitution,
    [BED_CHANGED]: ofInstitution,
  },
  fold,
};
