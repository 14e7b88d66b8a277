import { epochDayOf } from '@minhai/domain';
import type { FactEvent, FactRow, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import { flowRow } from './row.js';

export { flowRow };

/** One thing that begins once and ends once: an alert and its outcome, a variance and its settlement. */
export interface Course<Begin, End> {
  readonly begin: Begin | undefined;
  readonly end: End | undefined;
  readonly findings: readonly Finding[];
}

interface CourseRules<Begin extends FactEvent<any>, End extends FactEvent<any>> {
  readonly isBegin: (event: FactEvent<any>) => event is Begin;
  readonly isEnd: (event: FactEvent<any>) => event is End;
  /** Words of the findings, e.g. raised and closed. */
  readonly begun: string;
  readonly ended: string;
}

/** The first of each holds; whatever repeats it, or ends what has not begun, is a finding. */
export function courseOf<Begin extends FactEvent<any>, End extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  { isBegin, isEnd, begun, ended }: CourseRules<Begin, End>,
): Course<Begin, End> {
  const [begin, ...beginAgain] = history.filter(isBegin);
  const [end, ...endAgain] = history.filter(isEnd);
  const report = (rule: 'STATE' | 'MISSING_PREDECESSOR', event: FactEvent<any>, text: string): Finding =>
    finding(rule, [event], { case: text, day: event.day });
  const tooEarly = end && (!begin || end.time < begin.time);
  return {
    begin,
    end: begin && end && !tooEarly ? end : undefined,
    findings: [
      ...beginAgain.map((event) => report('STATE', event, `${begun} twice`)),
      ...endAgain.map((event) => report('STATE', event, `${ended} twice`)),
      ...(tooEarly ? [report('MISSING_PREDECESSOR', end, `${ended} before ${begun}`)] : []),
    ],
  };
}

export const daysBetween = (from: FactEvent<any>, to: FactEvent<any>): number =>
  epochDayOf(to.day) - epochDayOf(from.day);

/** A row that counts from the one event to the other; none when both are of one day. */
export function openRows(
  begin: FactEvent<any>,
  end: FactEvent<any> | undefined,
  measure: string,
  dims: FactRow['dims'],
): FactRow[] {
  if (end?.day === begin.day) return [];
  const row = flowRow(begin, measure, dims);
  return [end ? { ...row, validUntil: end.day, causes: [begin.id, end.id] } : row];
}
