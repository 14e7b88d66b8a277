import { addDays, type BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import { groupBy } from './group-by.js';
import { type Span, contains } from './span.js';

/** The days from what begins something to what ends it: a point open, a contract or a certificate in force. */
export interface Tenure extends Span {
  readonly key: string;
  readonly begin: FactEvent<any>;
  readonly causes: readonly string[];
}

export interface TenureRules {
  /** What begins and ends: a point, the other party, a certificate. */
  readonly keyOf: (event: FactEvent<any>) => string;
  readonly isBegin: (event: FactEvent<any>) => boolean;
  /** Null, or the last day even if nothing ends it. */
  readonly lastDayOf?: (event: FactEvent<any>) => BusinessDay | null;
  /** Begun once more while it lasts: a renewal, which takes its place from that day on, or a mistake. */
  readonly isRenewable?: boolean;
  /** Words of the findings, e.g. opened and closed. */
  readonly begun: string;
  readonly ended: string;
}

export interface Tenures {
  readonly tenures: readonly Tenure[];
  readonly findings: readonly Finding[];
}

/** Everything that is no beginning is an end. What begins and ends on one day lasts on none. */
export function tenuresOf(history: readonly FactEvent<any>[], rules: TenureRules): Tenures {
  const findings: Finding[] = [];
  const tenures = [...groupBy(history, rules.keyOf).values()].flatMap((events) =>
    tenuresOfKey(events, rules, findings),
  );
  return { tenures: tenures.filter(({ from, until }) => until === null || from < until), findings };
}

function tenuresOfKey(events: readonly FactEvent<any>[], rules: TenureRules, findings: Finding[]): Tenure[] {
  const tenures: Tenure[] = [];
  let isEnded = true;
  for (const event of events) {
    const last = tenures.at(-1);
    const isBegin = rules.isBegin(event);
    const lasts = last !== undefined && contains(last, event.day);
    if (isBegin && lasts && !rules.isRenewable) {
      findings.push(finding('STATE', [event], { case: `${rules.begun} twice`, day: event.day }));
      continue;
    }
    if (last && !isEnded) tenures[tenures.length - 1] = endedBy(last, event);
    else if (!isBegin) findings.push(endOfNothing(event, rules, last));
    if (isBegin) tenures.push(beginOf(event, rules));
    isEnded = !isBegin;
  }
  return tenures;
}

function beginOf(event: FactEvent<any>, { keyOf, lastDayOf }: TenureRules): Tenure {
  const lastDay = lastDayOf?.(event) ?? null;
  return {
    key: keyOf(event),
    from: event.day,
    until: lastDay === null ? null : addDays(lastDay, 1),
    begin: event,
    causes: [event.id],
  };
}

/** What has run out by then is not ended once more. */
const endedBy = (tenure: Tenure, event: FactEvent<any>): Tenure =>
  contains(tenure, event.day)
    ? { ...tenure, until: event.day, causes: [...tenure.causes, event.id] }
    : tenure;

const endOfNothing = (
  event: FactEvent<any>,
  { begun, ended }: TenureRules,
  last: Tenure | undefined,
): Finding =>
  last
    ? finding('STATE', [event], { case: `${ended} twice`, day: event.day })
    : finding('MISSING_PREDECESSOR', [event], { case: `${ended} before ${begun}`, day: event.day });
