import { addDays, type BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { outOfState, unpreceded } from './finding.js';
import { groupBy } from './group-by.js';
import { type Stretch, contains } from './span.js';

/** The days from what begins something to what ends it: a point open, a post held, a certificate in force. */
export interface Tenure<Begin extends FactEvent<any> = FactEvent<any>> extends Stretch {
  readonly key: string;
  readonly begin: Begin;
}

export interface TenureRules<Begin extends FactEvent<any> = FactEvent<any>> {
  readonly isBegin: (event: FactEvent<any>) => event is Begin;
  /** Events that neither begin nor end are passed over. */
  readonly isEnd: (event: FactEvent<any>) => boolean;
  /** What begins and ends: a point, the other party, a certificate. Absent: the entity itself. */
  readonly keyOf?: (event: FactEvent<any>) => string;
  /** Null, or the last day even if nothing ends it. */
  readonly lastDayOf?: (event: Begin) => BusinessDay | null;
  /** Begun once more while it lasts: a renewal, which takes its place from that day on, or a mistake. */
  readonly isRenewable?: boolean;
  /** Words of the findings, e.g. opened and closed. */
  readonly begun: string;
  readonly ended: string;
  /** Where `opened twice` and `closed twice` are not the words. */
  readonly begunTwice?: string;
  readonly endedTwice?: string;
}

export interface Tenures<Begin extends FactEvent<any> = FactEvent<any>> {
  /** Key by key. */
  readonly tenures: readonly Tenure<Begin>[];
  readonly findings: readonly Finding[];
}

/** What begins and ends on one day lasts on none. */
export function tenuresOf<Begin extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  rules: TenureRules<Begin>,
): Tenures<Begin> {
  const findings: Finding[] = [];
  const turns = history.filter((event) => rules.isBegin(event) || rules.isEnd(event));
  const byKey = rules.keyOf ? [...groupBy(turns, rules.keyOf).values()] : [turns];
  const tenures = byKey.flatMap((events) => tenuresOfKey(events, rules, findings));
  return { tenures: tenures.filter(({ from, until }) => until === null || from < until), findings };
}

/** In the order of the events that began them. */
export const byBegin = ({ begin: a }: Tenure, { begin: b }: Tenure): number =>
  a.time - b.time || a.recordedTime - b.recordedTime || (a.id < b.id ? -1 : 1);

function tenuresOfKey<Begin extends FactEvent<any>>(
  events: readonly FactEvent<any>[],
  rules: TenureRules<Begin>,
  findings: Finding[],
): Tenure<Begin>[] {
  const tenures: Tenure<Begin>[] = [];
  let isEnded = true;
  for (const event of events) {
    const last = tenures.at(-1);
    const isBegin = rules.isBegin(event);
    const lasts = last !== undefined && contains(last, event.day);
    if (isBegin && lasts && !rules.isRenewable) {
      const text = rules.begunTwice ?? `${rules.begun} twice`;
      findings.push(outOfState(event, text));
      continue;
    }
    if (last && !isEnded) tenures[tenures.length - 1] = endedBy(last, event);
    else if (!isBegin) findings.push(endOfNothing(event, rules, last));
    if (isBegin) tenures.push(beginOf(event, rules));
    isEnded = !isBegin;
  }
  return tenures;
}

function beginOf<Begin extends FactEvent<any>>(begin: Begin, rules: TenureRules<Begin>): Tenure<Begin> {
  const lastDay = rules.lastDayOf?.(begin) ?? null;
  return {
    key: rules.keyOf?.(begin) ?? '',
    from: begin.day,
    until: lastDay === null ? null : addDays(lastDay, 1),
    begin,
    causes: [begin.id],
  };
}

/** What has run out by then is not ended once more. */
const endedBy = <Begin extends FactEvent<any>>(
  tenure: Tenure<Begin>,
  event: FactEvent<any>,
): Tenure<Begin> =>
  contains(tenure, event.day)
    ? { ...tenure, until: event.day, causes: [...tenure.causes, event.id] }
    : tenure;

const endOfNothing = (
  event: FactEvent<any>,
  { begun, ended, endedTwice = `${ended} twice` }: Pick<TenureRules, 'begun' | 'ended' | 'endedTwice'>,
  last: Tenure | undefined,
): Finding => (last ? outOfState(event, endedTwice) : unpreceded(event, `${ended} before ${begun}`));
