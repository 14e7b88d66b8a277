import { type BusinessDay, yearOf } from '@minhai/domain';
import type { FactRow, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flowRow } from '../row.js';
import type { Membership } from '../socialorg-registration/membership.js';
import { contains } from '../span.js';
import { type Listing, isOn } from './listings.js';

export const FILED = 'cn.gov.mca.socialorg.annualreport.filed';

type Filed = EventOf<typeof FILED>;

export const isFiled = ofType(FILED);

/** The later of the two dates in use, 31 May and 30 June: nobody is called late before it. Configuration, not law. */
const dueOf = (year: number): BusinessDay => `${year + 1}-06-30`;

/** One report to a year; of two the first stands. */
const byYear = (reports: readonly Filed[]) => firstOfEach(reports, ({ data }) => data.year);

export const reportRows = (reports: readonly Filed[]): FactRow[] =>
  byYear(reports).first.map((report) =>
    flowRow(report, 'socialorg.annual-reports', { result: report.data.result ?? 'NONE' }),
  );

export interface Reporting {
  readonly memberships: readonly Membership[];
  readonly listings: readonly Listing[];
}

export function reportFindings(reports: readonly Filed[], body: Reporting): Finding[] {
  const { first, again } = byYear(reports);
  return [
    ...again.map((report) =>
      finding('STATE', [report], { case: 'annual report filed twice', year: report.data.year }),
    ),
    ...first.filter(({ day, data }) => day > dueOf(data.year)).map(filedLate),
    ...missingYears(first, body),
  ];
}

function filedLate(report: Filed): Finding {
  const { year } = report.data;
  return finding('LATE_REPORT', [report], { case: 'annual report after it was due', year, due: dueOf(year) });
}

/**
 * A later report shows that an earlier year was left out; while there is none, time alone shows nothing. A year counts
 * when the body stood in the register on the day its report was due and had been registered before the year began. It is
 * settled by a listing as abnormal for the missing report.
 */
function missingYears(reports: readonly Filed[], { memberships, listings }: Reporting): Finding[] {
  const last = reports.toSorted((a, b) => a.data.year - b.data.year).at(-1);
  const first = memberships[0];
  if (!last || !first) return [];
  const years = new Set(reports.map(({ data }) => data.year));
  const findings: Finding[] = [];
  for (let year = yearOf(first.from) + 1; year < last.data.year; year++) {
    const due = dueOf(year);
    const isOwed = !years.has(year) && memberships.some((membership) => contains(membership, due));
    const isListed = listings.some(
      (listing) =>
        isOn('ABNORMAL', listing) && listing.begin.data.cause === 'NO_ANNUAL_REPORT' && listing.from >= due,
    );
    if (isOwed && !isListed)
      findings.push(
        finding('MISSING_PREDECESSOR', [last], { case: 'annual report missing and not listed', year, due }),
      );
  }
  return findings;
}
