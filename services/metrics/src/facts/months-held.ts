import { type BusinessMonth, firstDayOfMonth } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import type { Stretch } from './span.js';

type OfMonth = FactEvent<{ readonly fromMonth: BusinessMonth }>;

/** The months from the one in which something begins to the one in which it no longer holds, as days. */
export interface MonthsHeld<Begin> extends Stretch {
  readonly begin: Begin;
}

export interface MonthRules<Begin extends OfMonth> {
  readonly isBegin: (event: FactEvent<any>) => event is Begin;
  /** Words of the findings, e.g. granted and terminated. */
  readonly begun: string;
  readonly ended: string;
}

/** Beginnings and ends in the order of their months, whatever the order they were decided in. */
export function monthsHeldOf<Begin extends OfMonth>(
  history: readonly OfMonth[],
  { isBegin, begun, ended }: MonthRules<Begin>,
): { readonly held: readonly MonthsHeld<Begin>[]; readonly findings: readonly Finding[] } {
  const held: MonthsHeld<Begin>[] = [];
  const findings: Finding[] = [];
  const report = (rule: 'STATE' | 'MISSING_PREDECESSOR', event: OfMonth, text: string): void => {
    findings.push(finding(rule, [event], { case: text, month: event.data.fromMonth }));
  };
  for (const event of history.toSorted(byMonth)) {
    const last = held.at(-1);
    const isOpen = last !== undefined && last.until === null;
    const day = firstDayOfMonth(event.data.fromMonth);
    if (isBegin(event)) {
      if (isOpen) report('STATE', event, `${begun} twice`);
      else held.push({ begin: event, from: day, until: null, causes: [event.id] });
    } else if (isOpen) held[held.length - 1] = { ...last, until: day, causes: [...last.causes, event.id] };
    else if (last) report('STATE', event, `${ended} twice`);
    else report('MISSING_PREDECESSOR', event, `${ended} before ${begun}`);
  }
  return { held: held.filter(({ from, until }) => until === null || from < until), findings };
}

const byMonth = ({ data: a }: OfMonth, { data: b }: OfMonth): number =>
  a.fromMonth < b.fromMonth ? -1 : a.fromMonth > b.fromMonth ? 1 : 0;
