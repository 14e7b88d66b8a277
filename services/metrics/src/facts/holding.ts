import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import { BEGINNING, type Span, intersect } from './span.js';

/** Days on which a post, a home or a site is held, from the event that begins it to the one that ends it. */
export interface Holding<Begin> extends Span {
  readonly key: string;
  readonly begin: Begin;
  readonly causes: readonly string[];
}

/** How an entity's history begins and ends holdings, and the names of what cannot be. */
export interface HoldingRules<Begin extends FactEvent<any>, End extends FactEvent<any>> {
  readonly isBegin: (event: FactEvent<any>) => event is Begin;
  readonly isEnd: (event: FactEvent<any>) => event is End;
  /** What is held; once at a time. */
  readonly keyOf: (event: Begin | End) => string;
  readonly cases: { readonly begunTwice: string; readonly endedTwice: string; readonly endedFirst: string };
}

export interface Holdings<Begin> {
  /** In the order they began; those that ended on the day they began are left out. */
  readonly holdings: readonly Holding<Begin>[];
  readonly findings: readonly Finding[];
}

export function holdingsOf<Begin extends FactEvent<any>, End extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  { isBegin, isEnd, keyOf, cases }: HoldingRules<Begin, End>,
): Holdings<Begin> {
  const holdings: Holding<Begin>[] = [];
  const findings: Finding[] = [];
  const report = (rule: 'STATE' | 'MISSING_PREDECESSOR', event: FactEvent<any>, text: string): void => {
    findings.push(finding(rule, [event], { case: text, day: event.day }));
  };
  for (const event of history) {
    if (!isBegin(event) && !isEnd(event)) continue;
    const key = keyOf(event);
    const newest = holdings.findLastIndex((holding) => holding.key === key);
    const open = newest >= 0 && holdings[newest]!.until === null ? holdings[newest]! : undefined;
    if (isBegin(event)) {
      if (open) report('STATE', event, cases.begunTwice);
      else holdings.push({ key, begin: event, from: event.day, until: null, causes: [event.id] });
    } else if (open) holdings[newest] = { ...open, until: event.day, causes: [...open.causes, event.id] };
    else if (newest >= 0) report('STATE', event, cases.endedTwice);
    else report('MISSING_PREDECESSOR', event, cases.endedFirst);
  }
  return { holdings: holdings.filter(({ from, until }) => until === null || from < until), findings };
}

/** Holdings without the days on which an earlier one is still held: whoever holds two at once counts once. */
export function countedOnce<Begin>(holdings: readonly Holding<Begin>[]): Holding<Begin>[] {
  const counted: Holding<Begin>[] = [];
  let reached: BusinessDay | null = BEGINNING;
  let endedBy: string | undefined;
  for (const holding of holdings) {
    if (reached === null) break;
    const from: BusinessDay = holding.from > reached ? holding.from : reached;
    if (holding.until !== null && holding.until <= from) continue;
    const waited = from > holding.from && endedBy !== undefined ? [endedBy] : [];
    counted.push({ ...holding, from, causes: [...holding.causes, ...waited] });
    reached = holding.until;
    endedBy = holding.causes.at(-1);
  }
  return counted;
}

/** Each one that overlaps an earlier one of another key, behind that earlier one. */
export const overlapsOf = <Begin>(holdings: readonly Holding<Begin>[]): (readonly [Begin, Begin])[] =>
  holdings.flatMap((holding, i) => {
    const earlier = holdings
      .slice(0, i)
      .find((candidate) => candidate.key !== holding.key && intersect(candidate, holding) !== undefined);
    return earlier ? [[earlier.begin, holding.begin] as const] : [];
  });
