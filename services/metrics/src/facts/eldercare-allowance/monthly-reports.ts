import { UNKNOWN_STREET } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, isReportedLate, lateReport } from '../finding.js';
import { groupBy } from '../group-by.js';
import { lastRecorded } from '../recording.js';

export const REPORTED = 'cn.gov.mca.eldercare.allowance.reported';

type Reported = EventOf<typeof REPORTED>;

/** What one report adds to the month. */
export interface ReportedAmount {
  readonly event: Reported;
  /** 9 digits or `unknown`. */
  readonly street: string;
  readonly amountFen: number;
}

export interface ReportedMonth {
  readonly amounts: readonly ReportedAmount[];
  readonly findings: readonly Finding[];
}

const STREET_DIGITS = 9;

export const isReported = ofType(REPORTED);

/**
 * The reports of one district, age band and month. A region reported again is restated: what was recorded last holds.
 * A report of the whole district beside those of its streets is the total: what they leave of it is of no known street.
 */
export function reportedMonth(history: readonly FactEvent<any>[]): ReportedMonth {
  const reports = history.filter(isReported);
  const findings = reports.filter(isReportedLate).map(lateReport);
  const newest = [...groupBy(reports, ({ data }) => data.region).values()].map((ofRegion) => {
    const last = lastRecorded(ofRegion);
    if (ofRegion.length > 1) findings.push(restated(ofRegion, last));
    return last;
  });
  const ofStreets = newest
    .filter(({ data }) => data.region.length >= STREET_DIGITS)
    .map((event) => ({
      event,
      street: event.data.region.slice(0, STREET_DIGITS),
      amountFen: event.data.amountFen,
    }));
  const total = newest.find(({ data }) => data.region.length < STREET_DIGITS);
  if (!total) return { amounts: ofStreets, findings };
  const rest = total.data.amountFen - ofStreets.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (ofStreets.length > 0 && rest !== 0) findings.push(streetsDiffer(total, rest));
  const left = { event: total, street: UNKNOWN_STREET, amountFen: rest };
  return { amounts: rest === 0 ? ofStreets : [...ofStreets, left], findings };
}

const restated = (reports: readonly Reported[], last: Reported): Finding =>
  finding('PERIOD_RESTATED', [...reports.filter((report) => report !== last), last], {
    month: last.data.period,
    region: last.data.region,
    amountFen: last.data.amountFen,
  });

const streetsDiffer = (total: Reported, rest: number): Finding =>
  finding('AFTER_MISMATCH', [total], {
    case: 'district and streets differ',
    month: total.data.period,
    day: total.day,
    declared: total.data.amountFen,
    derived: total.data.amountFen - rest,
    drift: rest,
    since: total.day,
  });
