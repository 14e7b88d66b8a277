import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import { BEGINNING, type Span, intersect } from './span.js';

/** Days on which a post, a home or a site is held, from the event that begins it to the one that ends it. */
export interface Tenure<Begin> extends Span {
  readonly key: string;
  readonly begin: Begin;
  readonly causes: readonly string[];
}

/** How an entity's history begins and ends tenures, and the names of what cannot be. */
export interface TenureRules<Begin extends FactEvent<any>, End extends FactEvent<any>> {
  readonly isBegin: (event: FactEvent<any>) => event is Begin;
  readonly isEnd: (event: FactEvent<any>) => event is End;
  /** What is held: one key is held once at a time. */
  readonly keyOf: (event: Begin | End) => string;
  readonly cases: { readonly begunTwice: string; readonly endedTwice: string; readonly endedFirst: string };
}

export interface Tenures<Begin> {
  /** In the order they began; those that ended on the day they began are left out. */
  readonly tenures: readonly Tenure<Begin>[];
  readonly findings: readonly Finding[];
}

export function tenuresOf<Begin extends FactEvent<any>, End extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  { isBegin, isEnd, keyOf, cases }: TenureRules<Begin, End>,
): Tenures<Begin> {
  const tenures: Tenure<Begin>[] = [];
  const findings: Finding[] = [];
  const report = (rule: 'STATE' | 'MISSING_PREDECESSOR', event: FactEvent<any>, text: string): void => {
    findings.push(finding(rule, [event], { case: text, day: event.day }));
  };
  for (const event of history) {
    if (!isBegin(event) && !isEnd(event)) continue;
    const key = keyOf(event);
    const newest = tenures.findLastIndex((tenure) => tenure.key === key);
    const open = newest >= 0 && tenures[newest]!.until === null ? tenures[newest]! : undefined;
    if (isBegin(event)) {
      if (open) report('STATE', event, cases.begunTwice);
      else tenures.push({ key, begin: event, from: event.day, until: null, causes: [event.id] });
    } else if (open) tenures[newest] = { ...open, until: event.day, causes: [...open.causes, event.id] };
    else if (newest >= 0) report('STATE', event, cases.endedTwice);
    else report('MISSING_PREDECESSOR', event, cases.endedFirst);
  }
  return { tenures: tenures.filter(({ from, until }) => until === null || from < until), findings };
}

/** Tenures without the days on which an earlier one is still held: whoever holds two at once counts once. */
export function countedOnce<Begin>(tenures: readonly Tenure<Begin>[]): Tenure<Begin>[] {
  const counted: Tenure<Begin>[] = [];
  let reached: BusinessDay | null = BEGINNING;
  let endedBy: string | undefined;
  for (const tenure of tenures) {
    if (reached === null) break;
    const from: BusinessDay = tenure.from > reached ? tenure.from : reached;
    if (tenure.until !== null && tenure.until <= from) continue;
    const waited = from > tenure.from && endedBy !== undefined ? [endedBy] : [];
    counted.push({ ...tenure, from, causes: [...tenure.causes, ...waited] });
    reached = tenure.until;
    endedBy = tenure.causes.at(-1);
  }
  return counted;
}

/** Each tenure held while one of another key was, with the one it overlaps first. */
export const overlapsOf = <Begin>(tenures: readonly Tenure<Begin>[]): (readonly [Begin, Begin])[] =>
  tenures.flatMap((tenure, i) => {
    const earlier = tenures
      .slice(0, i)
      .find((candidate) => candidate.key !== tenure.key && intersect(candidate, tenure) !== undefined);
    return earlier ? [[earlier.begin, tenure.begin] as const] : [];
  });
