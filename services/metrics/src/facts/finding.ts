import { addDays, dayOf } from '@minhai/domain';
import type { FactEvent, Finding, FindingRule } from '@minhai/facts';
import { placeOf } from './place.js';

type Detail = Readonly<Record<string, string | number>>;

const SEVERITY: Readonly<Record<FindingRule, Finding['severity']>> = {
  MISSING_PREDECESSOR: 'warning',
  STATE: 'error',
  NEGATIVE_STOCK: 'error',
  AFTER_MISMATCH: 'warning',
  SEPARATION_OF_DUTIES: 'error',
  SEQ_GAP: 'info',
  UNPAIRED_TRANSFER: 'warning',
  AUTHORISATION: 'error',
  LIMIT: 'error',
  DUPLICATE_PERSON: 'error',
  LATE_REPORT: 'info',
  PERIOD_RESTATED: 'info',
};

/**
 * A finding about the last of `events`, placed where that event happened. `detail` names the case with codes,
 * days and amounts only.
 */
export function finding(
  rule: FindingRule,
  events: readonly FactEvent<any>[],
  detail: Detail,
  severity: Finding['severity'] = SEVERITY[rule],
): Finding {
  const subject = events.at(-1)!;
  return { rule, severity, ...placeOf(subject), detail, causes: events.map((event) => event.id) };
}

/** The event finds a state in which it cannot happen; `text` says which. */
export const outOfState = (event: FactEvent<any>, text: string): Finding =>
  finding('STATE', [event], { case: text, day: event.day });

/** Nothing is known of what must come before the event; `text` says what that is. */
export const unpreceded = (event: FactEvent<any>, text: string): Finding =>
  finding('MISSING_PREDECESSOR', [event], { case: text, day: event.day });

/** A month is reported by the end of the next one; what is recorded later moves figures already published. */
const REPORTING_DAYS = 31;

export const isRecordedAfterClose = (event: FactEvent<any>): boolean =>
  event.recordedTime - event.time > REPORTING_DAYS * 86_400_000 &&
  dayOf(event.recordedTime) > addDays(event.day, REPORTING_DAYS);

/** A correction restates what was reported; it is no late report. */
export const isReportedLate = (event: FactEvent<any>): boolean =>
  event.correctionOf === undefined && isRecordedAfterClose(event);

export const lateReport = (event: FactEvent<any>): Finding =>
  finding('LATE_REPORT', [event], { day: event.day, recorded: dayOf(event.recordedTime) });
