import { type BusinessMonth, UNKNOWN_STREET, isStreetCode } from '@minhai/domain';
import type { FactEvent, FactRow, Finding } from '@minhai/facts';
import { finding, isReportedLate, lateReport } from './finding.js';
import { groupBy } from './group-by.js';
import type { Place } from './place.js';
import { byRecording } from './recording.js';
import { flowRow } from './row.js';

/** Amounts by what they are of: `CASH`, `IN_KIND`. */
export type Amounts = Readonly<Record<string, number>>;

/** What a street or a district reported of one month and one series (a mode, a form, a category). */
export interface MonthlyReport {
  readonly event: FactEvent<any>;
  /** 9 digits, or 6 for the district as a whole, its streets included. */
  readonly region: string;
  readonly series: string;
  readonly amounts: Amounts;
}

/** A single record of the same month, counted on its own elsewhere. */
export interface SingleRecord {
  readonly event: FactEvent<any>;
  readonly series: string;
  readonly amounts: Amounts;
}

/** The part of a reported amount that no single record, and no report of a street within, accounts for. */
export interface Uncovered {
  readonly report: FactEvent<any>;
  readonly place: Place;
  readonly series: string;
  readonly of: string;
  readonly amount: number;
  readonly causes: readonly string[];
}

export interface UncoveredMonth {
  readonly uncovered: readonly Uncovered[];
  readonly findings: readonly Finding[];
}

/** Reports and single records of a month meet under this key, so that nothing is counted twice. */
export const monthKey = (district: string, month: BusinessMonth): string => `month:${district}:${month}`;

export const isMonthKey = (entity: string): boolean => entity.startsWith('month:');

/** A row of what is left of a report, on its day. */
export const uncoveredRow = (
  { report, place, amount, causes }: Uncovered,
  measure: string,
  dims: FactRow['dims'],
): FactRow => ({ ...flowRow(report, measure, dims, amount), ...place, causes });

/** Single records of the streets that report nothing, and of none. */
const APART = '';

const streetOf = ({ region }: MonthlyReport): string => (isStreetCode(region) ? region : UNKNOWN_STREET);

/**
 * What reports of a month add to its single records. A report tops up; it never replaces: single records that come to
 * more than was reported stand, and the difference is a finding. Of two reports on the same the one recorded last holds.
 * The single records, of which a month may have many, are asked for only where something is reported.
 */
export function uncoveredOf(
  reports: readonly MonthlyReport[],
  singlesOf: () => readonly SingleRecord[] = () => [],
): UncoveredMonth {
  const findings: Finding[] = [];
  const uncovered: Uncovered[] = [];
  if (reports.length === 0) return { uncovered, findings };
  const bySeries = groupBy(singlesOf(), ({ series }) => series);
  for (const [series, all] of groupBy(reports, (report) => report.series)) {
    const standing = [...groupBy(all, ({ region }) => region).values()].map((same) =>
      standingOf(same, findings),
    );
    const parts = standing.filter(({ region }) => isStreetCode(region));
    const streets = new Set(parts.map(({ region }) => region));
    const byPart = groupBy(bySeries.get(series) ?? [], ({ event: { streetId } }) =>
      streetId !== undefined && streets.has(streetId) ? streetId : APART,
    );
    const within = ({ region }: MonthlyReport): readonly SingleRecord[] => byPart.get(region) ?? [];
    for (const part of parts) uncovered.push(...restOf(part, within(part), findings));
    for (const report of standing.filter(({ region }) => !isStreetCode(region))) {
      const toppedParts = parts.map((part) => topped(part, within(part)));
      uncovered.push(...restOf(report, [...(byPart.get(APART) ?? []), ...toppedParts], findings));
    }
  }
  return { uncovered, findings };
}

/** A street's part of the district: the greater of what it reported and what it recorded. */
function topped(report: MonthlyReport, within: readonly SingleRecord[]): SingleRecord {
  const amounts = Object.entries(report.amounts).map(([of, reported]) => [
    of,
    Math.max(reported, sumOf(within, of)),
  ]);
  return { event: report.event, series: report.series, amounts: Object.fromEntries(amounts) as Amounts };
}

const sumOf = (records: readonly SingleRecord[], of: string): number =>
  records.reduce((sum, { amounts }) => sum + (amounts[of] ?? 0), 0);

function restOf(report: MonthlyReport, covering: readonly SingleRecord[], findings: Finding[]): Uncovered[] {
  return Object.entries(report.amounts).flatMap(([of, reported]) => {
    const covered = sumOf(covering, of);
    const counting = covering.filter(({ amounts }) => (amounts[of] ?? 0) !== 0);
    if (covered > reported) findings.push(lessReported(report, of, { declared: reported, derived: covered }));
    if (covered >= reported) return [];
    return [
      {
        report: report.event,
        place: { district: report.event.regionId, street: streetOf(report) },
        series: report.series,
        of,
        amount: reported - covered,
        causes: [report.event.id, ...counting.map(({ event }) => event.id)],
      },
    ];
  });
}

const lessReported = (
  { event, series }: MonthlyReport,
  of: string,
  { declared, derived }: { readonly declared: number; readonly derived: number },
): Finding =>
  finding('AFTER_MISMATCH', [event], {
    case: 'reported less than recorded',
    series,
    of,
    day: event.day,
    declared,
    derived,
    drift: declared - derived,
    since: event.day,
  });

/** Of reports on the same the one recorded last. */
function standingOf(reports: readonly MonthlyReport[], findings: Finding[]): MonthlyReport {
  const inOrder = reports.toSorted((a, b) => byRecording(a.event, b.event));
  const last = inOrder.at(-1)!;
  const { day } = last.event;
  const events = inOrder.map(({ event }) => event);
  if (events.length > 1) findings.push(finding('PERIOD_RESTATED', events, { case: 'reported again', day }));
  if (isReportedLate(last.event)) findings.push(lateReport(last.event));
  return last;
}
