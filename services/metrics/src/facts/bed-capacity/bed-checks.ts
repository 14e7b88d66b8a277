import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { driftFindings } from '../declared-stock.js';
import { finding, isReportedLate, lateReport } from '../finding.js';
import { groupBy } from '../group-by.js';
import type { BedEvent, Posting } from './bed-posting.js';

/** The source says how many beds it has after each change; a difference shows that a change is missing here. */
export const afterMismatches = (events: readonly BedEvent[]): Finding[] =>
  [...groupBy(events, ({ data }) => data.bedType)].flatMap(([bedType, ofType]) => {
    let derived = 0;
    const declarations = ofType.map((event) => {
      derived += event.data.delta;
      return { event, declared: event.data.after, derived };
    });
    return driftFindings({ bedType }, declarations);
  });

/** An opening balance is recorded when a register starts, so only real changes can be late. */
export const lateReports = (events: readonly BedEvent[]): Finding[] =>
  events.filter((event) => event.data.reason !== 'OPENING' && isReportedLate(event)).map(lateReport);

interface DayStock {
  readonly day: BusinessDay;
  readonly postings: readonly Posting[];
  /** Beds by type at the end of the day. */
  readonly beds: Readonly<Record<string, number>>;
}

function* stockByDay(postings: readonly Posting[]): Generator<DayStock> {
  const beds: Record<string, number> = { GENERAL: 0, NURSING: 0, DEMENTIA: 0 };
  const days = [...groupBy(postings, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, ofDay] of days) {
    for (const { event } of ofDay)
      beds[event.data.bedType] = (beds[event.data.bedType] ?? 0) + event.data.delta;
    yield { day, postings: ofDay, beds: { ...beds } };
  }
}

/** What the stock of one episode must never be; a finding opens on the day a bound is crossed, not every day after. */
export function stockFindings(postings: readonly Posting[]): Finding[] {
  const findings: Finding[] = [];
  const broken = new Set<string>();
  const check = (name: string, isBroken: boolean, report: () => Finding): void => {
    if (isBroken && !broken.has(name)) findings.push(report());
    if (isBroken) broken.add(name);
    else broken.delete(name);
  };
  for (const { day, postings: ofDay, beds } of stockByDay(postings)) {
    for (const [bedType, stock] of Object.entries(beds)) {
      const causes = ofDay.filter(({ event }) => event.data.bedType === bedType).map(({ event }) => event);
      check(bedType, stock < 0, () => finding('NEGATIVE_STOCK', causes, { bedType, day, stock }));
    }
    const total = beds['GENERAL']! + beds['NURSING']!;
    const dementia = beds['DEMENTIA']!;
    const causes = ofDay.map(({ event }) => event);
    check('attribute', dementia > total, () =>
      finding('LIMIT', causes, { case: 'dementia beds exceed beds', day, dementia, beds: total }),
    );
  }
  return findings;
}

/** Beds must be at nothing when the institution closes; the closing ends what is left. */
export function leftBehind(closing: FactEvent<any>, postings: readonly Posting[]): Finding[] {
  const left = postings
    .filter(({ event }) => event.data.bedType !== 'DEMENTIA')
    .reduce((sum, { event }) => sum + event.data.delta, 0);
  return left === 0
    ? []
    : [finding('STATE', [closing], { case: 'closed with beds left', day: closing.day, beds: left })];
}
