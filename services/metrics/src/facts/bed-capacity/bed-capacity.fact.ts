import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding, outOfState } from '../finding.js';
import { groupBy } from '../group-by.js';
import { ofInstitution, readsOfLife } from '../institution-life.js';
import { flow, stock } from '../measure.js';
import { contains } from '../span.js';
import { addBedRows, addNewBedRows } from './bed-rows.js';
import { afterMismatches, careHomeSizes, lateReports, leftBehind, stockFindings } from './bed-checks.js';
import { BED_CHANGED, type Posting, postingsOf } from './bed-posting.js';
import { continues } from './continued-beds.js';
import { type Episode, episodeAt, episodesOf } from './episode.js';
import { type Phase, phasesOf } from './institution-phases.js';

const isBedEvent = ofType(BED_CHANGED);

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

/** An institution is unannounced from the beginning of time until it first opens or closes, and never again. */
function beforeOpening(phases: readonly Phase[], postings: readonly Posting[]): readonly Finding[] {
  const announced = phases.find(({ status }) => status !== 'unannounced')?.from;
  const isEarly = ({ day }: Posting): boolean => announced === undefined || day < announced;
  const early = postings.some(isEarly) ? postings.filter(isEarly) : NO_POSTINGS;
  if (early.length === 0) return NOTHING;
  const events = early.map(({ event }) => event);
  return [finding('MISSING_PREDECESSOR', events, { case: 'beds before opened', day: early[0]!.day })];
}

const NO_POSTINGS: readonly Posting[] = [];
const NOTHING: readonly Finding[] = [];

const whileClosed = ({ event }: Posting): Finding => outOfState(event, 'beds changed while closed');

/** Where there is one episode, as nearly always, everything it holds is in it. */
const groupByEpisode = <Item extends { readonly day: string }>(
  items: readonly Item[],
  episodes: readonly Episode[],
): ReadonlyMap<Episode | undefined, readonly Item[]> => {
  const [only] = episodes;
  return episodes.length === 1 && items.every(({ day }) => contains(only!, day))
    ? new Map([[only, items]])
    : groupBy(items, ({ day }) => episodeAt(episodes, day));
};

/** The whole history is folded for every state of an institution: it is walked once per question, not per answer. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases, findings: lifeFindings } = phasesOf(history);
  const episodes = episodesOf(phases);
  const bedEvents = history.filter(isBedEvent);
  const { postings, findings: transferFindings } = postingsOf(bedEvents);
  const byEpisode = groupByEpisode(postings, episodes);
  const eventsByEpisode = groupByEpisode(bedEvents, episodes);
  const rows = institutionRows(phases);
  const findings = [...lifeFindings, ...transferFindings, ...lateReports(bedEvents)];
  findings.push(...beforeOpening(phases, postings), ...(byEpisode.get(undefined) ?? []).map(whileClosed));
  for (const episode of episodes) {
    const own = byEpisode.get(episode) ?? [];
    for (const posting of own) {
      addBedRows(rows, posting, episode);
      addNewBedRows(rows, posting, episode);
    }
    findings.push(...stockFindings(own), ...leftBehind(episode, own, history));
  }
  for (const episode of episodes) findings.push(...careHomeSizes(byEpisode.get(episode) ?? [], phases));
  for (const episode of episodes) findings.push(...afterMismatches(eventsByEpisode.get(episode) ?? []));
  return { rows, findings };
}

/** Beds of an institution, where it stood and for as long as it was open. */
export const fact: FactDefinition = {
  name: 'eldercare.bed-capacity',
  version: 3,
  titles: { zh: '养老床位', en: 'Elder-care beds' },
  measures: [
    stock('eldercare.beds', '张', '养老床位', 'Beds'),
    stock(
      'eldercare.dementia-beds',
      '张',
      '老年认知障碍照护床位',
      'Dementia-care beds (an attribute, contained in beds)',
    ),
    flow('eldercare.new-beds', '张', '新增床位', 'Beds newly added, gross'),
    stock('eldercare.institutions', '家', '养老机构', 'Institutions open'),
  ],
  reads: { ...readsOfLife, [BED_CHANGED]: ofInstitution },
  fold,
  continues,
};
