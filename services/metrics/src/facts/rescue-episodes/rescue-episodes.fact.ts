import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { isReportedLate, lateReport, outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow, stock } from '../measure.js';
import { isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { openRows } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow } from '../row.js';
import { ADMITTED, DISCHARGED, FAMILY_FOUND, MATCHED, NOTICE, episodeFindings } from './episode-findings.js';

export const REPORTED = 'cn.gov.mca.rescue.admission.reported';

const isAdmitted = ofType(ADMITTED);
const isReported = ofType(REPORTED);

/** One episode is one rescue. */
function foldEpisode(history: readonly FactEvent<any>[]): FoldResult {
  const [admission, ...again] = history.filter(isAdmitted);
  const findings = [
    ...again.map((event) => outOfState(event, 'admitted twice')),
    ...episodeFindings(history, admission),
  ];
  if (!admission) return { rows: [], findings };
  if (isReportedLate(admission)) findings.push(lateReport(admission));
  const discharge = history.find(({ type, time }) => type === DISCHARGED && time >= admission.time);
  const { mode } = admission.data;
  return {
    rows: [
      flowRow(admission, 'rescue.admissions', { mode, record: 'EPISODE' }),
      ...openRows(admission, discharge, 'rescue.in-care', { mode }),
    ],
    findings,
  };
}

function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: event.data.mode,
    amounts: { PERSONS: event.data.count },
  }));
  const { uncovered, findings } = uncoveredOf(reports, () =>
    firstOfEach(history.filter(isAdmitted), ({ data }) => data.episodeId).first.map((event) => ({
      event,
      series: event.data.mode,
      amounts: { PERSONS: 1 },
    })),
  );
  const rows = uncovered.map((rest) =>
    uncoveredRow(rest, 'rescue.admissions', { mode: rest.series, record: 'REPORT' }),
  );
  return { rows, findings };
}

const ofEpisode = ({ data }: FactEvent<{ episodeId: string }>): string[] => [`episode:${data.episodeId}`];

/** Rescues of persons without means (流浪乞讨救助): single episodes, and what monthly reports say beyond them. */
export const fact: FactDefinition = {
  name: 'rescue.episodes',
  version: 2,
  titles: { zh: '流浪乞讨救助', en: 'Rescue of persons without means' },
  measures: [
    protectedPeople(flow('rescue.admissions', '人次', '救助人次', 'Admissions to rescue stations')),
    protectedPeople(stock('rescue.in-care', '人', '在站人数', 'Persons at rescue stations')),
  ],
  reads: {
    [ADMITTED]: (event: EventOf<typeof ADMITTED>) => [
      ...ofEpisode(event),
      monthKey(event.regionId, monthOf(event.day)),
    ],
    [DISCHARGED]: ofEpisode,
    [NOTICE]: ofEpisode,
    [MATCHED]: ofEpisode,
    [FAMILY_FOUND]: ofEpisode,
    [REPORTED]: ({ regionId, data }: EventOf<typeof REPORTED>) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) => (isMonthKey(entity) ? foldMonth(history) : foldEpisode(history)),
};
