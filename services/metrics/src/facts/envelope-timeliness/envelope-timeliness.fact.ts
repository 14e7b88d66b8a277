import { addDays, dayOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { EVENT_FOLDERS, type EventTypeName } from '@minhai/schemas';
import { finding, isRecordedAfterClose, lateReport } from '../finding.js';
import { FLAGGED_BY_THEIR_FIGURE } from './flagged-elsewhere.js';

/** What is recorded later still comes with a load of history (intake takes ordinary events for 400 days). */
const HISTORY_DAYS = 400;

const isFlaggedElsewhere = (type: string): boolean => FLAGGED_BY_THEIR_FIGURE.includes(type as EventTypeName);

/** Reference data and reports of whole series are published when they are ready. */
const hasNoDeadline = (type: string): boolean =>
  /^cn\.gov\.mca\.(?:ref|stat|survey|plan|record)\./.test(type);

const isHistoryLoad = (event: FactEvent): boolean =>
  dayOf(event.recordedTime) > addDays(event.day, HISTORY_DAYS);

/** The events of one aggregate that came after their month was closed: new ones are late, corrections restate it. */
const fold = (history: readonly FactEvent[]): FoldResult => ({
  rows: [],
  findings: history.map((event) => (event.correctionOf === undefined ? lateReport(event) : restated(event))),
});

const restated = (event: FactEvent): Finding =>
  finding('PERIOD_RESTATED', [event], {
    case: 'corrected after the close',
    day: event.day,
    recorded: dayOf(event.recordedTime),
  });

/** Only events recorded after the close have an entity, so that nothing is kept of the others. */
function ofAggregate(event: FactEvent): string[] {
  if (!isRecordedAfterClose(event)) return [];
  if (event.correctionOf === undefined && (isFlaggedElsewhere(event.type) || isHistoryLoad(event))) return [];
  return [`${event.source} ${event.subject}`];
}

/** Events recorded after the close of their reporting month, which move figures already published. */
export const fact: FactDefinition = {
  name: 'envelope.timeliness',
  titles: { zh: '报送及时性', en: 'Events recorded after the close of their month' },
  measures: [],
  reads: Object.fromEntries(
    EVENT_FOLDERS.filter(({ type }) => !hasNoDeadline(type)).map(({ type }) => [type, ofAggregate]),
  ),
  fold,
};
