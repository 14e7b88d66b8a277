import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { driftFindings } from '../declared-stock.js';
import { finding, isReportedLate, lateReport } from '../finding.js';
import { groupBy } from '../group-by.js';
import { contains } from '../span.js';
import type { BedEvent, Posting } from './bed-posting.js';
import type { Episode } from './episode.js';
import type { Phase } from './institution-phases.js';

/** The source says how many beds it has after each change; a difference shows that a change is missing here. */
export const afterMismatches = (events: readonly BedEvent[]): readonly Finding[] =>
  agreesThroughout(events) ? NOTHING : drifts(events);

/** The same at a glance. */
function agreesThroughout(events: readonly BedEvent[]): boolean {
  const stock: Record<string, number> = {};
  return events.every(({ data: { bedType, delta, after } }) => {
    stock[bedType] = (stock[bedType] ?? 0) + delta;
    return stock[bedType] === after;
  });
}

const drifts = (events: readonly BedEvent[]): Finding[] =>
  [...groupBy(events, ({ data }) => data.bedType)].flatMap(([bedType, ofType]) => {
    let derived = 0;
    const declarations = ofType.map((event) => {
      derived += event.data.delta;
      return { event, declared: event.data.after, derived };
    });
    return driftFindings({ bedType }, declarations);
  });

const NOTHING: readonly Finding[] = [];

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
export const stockFindings = (postings: readonly Posting[]): readonly Finding[] =>
  isSound(postings) ? NOTHING : brokenBounds(postings);

export type BedStock = Readonly<Record<BedEvent['data']['bedType'], number>>;

export const NO_BEDS: BedStock = { GENERAL: 0, NURSING: 0, DEMENTIA: 0 };

/** The stock after one more change. */
export const stockAfter = (beds: BedStock, { data: { bedType, delta } }: BedEvent): BedStock => ({
  ...beds,
  [bedType]: beds[bedType] + delta,
});

export const isWithinBounds = ({ GENERAL, NURSING, DEMENTIA }: BedStock): boolean =>
  GENERAL >= 0 && NURSING >= 0 && DEMENTIA >= 0 && DEMENTIA <= GENERAL + NURSING;

/** The same at a glance: in order of days, and no bound is crossed even within a day. */
function isSound(postings: readonly Posting[]): boolean {
  let beds = NO_BEDS;
  let last = '';
  for (const { event, day } of postings) {
    beds = stockAfter(beds, event);
    if (!isWithinBounds(beds) || day < last) return false;
    last = day;
  }
  return true;
}

function brokenBounds(postings: readonly Posting[]): Finding[] {
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

/** Beds of a 长者照护之家; custom of the trade rather than law, so a warning. */
const CARE_HOME_BEDS = { least: 10, most: 49 } as const;

/** A 长者照护之家 with too few or too many beds, from the day it has them. One without any is about to open or close. */
export function careHomeSizes(postings: readonly Posting[], phases: readonly Phase[]): readonly Finding[] {
  if (!phases.some(({ profile }) => profile?.scope === 'CARE_HOME')) return NOTHING;
  let wasOutside = false;
  return [...stockByDay(postings)].flatMap(({ day, postings: ofDay, beds }) => {
    const phase = phases.find((candidate) => contains(candidate, day));
    const total = beds['GENERAL']! + beds['NURSING']!;
    const isOutside =
      phase?.status === 'open' &&
      phase.profile?.scope === 'CARE_HOME' &&
      total !== 0 &&
      (total < CARE_HOME_BEDS.least || total > CARE_HOME_BEDS.most);
    const isNews = isOutside && !wasOutside;
    wasOutside = isOutside;
    if (!isNews) return [];
    const causes = ofDay.map(({ event }) => event);
    return [finding('LIMIT', causes, { case: 'care home size', day, beds: total }, 'warning')];
  });
}

/** Beds must be at nothing when the institution closes; the closing ends what is left. */
export function leftBehind(
  { closedBy }: Episode,
  postings: readonly Posting[],
  history: readonly FactEvent<any>[],
): readonly Finding[] {
  const closing = closedBy === null ? undefined : history.find(({ id }) => id === closedBy);
  if (!closing) return NOTHING;
  const left = postings
    .filter(({ event }) => event.data.bedType !== 'DEMENTIA')
    .reduce((sum, { event }) => sum + event.data.delta, 0);
  return left === 0
    ? NOTHING
    : [finding('STATE', [closing], { case: 'closed with beds left', day: closing.day, beds: left })];
}
