import { epochDayOf } from '@minhai/domain';
import type { FactEvent, FactRow, Finding } from '@minhai/facts';
import { outOfState, unpreceded } from './finding.js';
import { flowRow } from './row.js';

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
  const tooEarly = end && (!begin || end.time < begin.time);
  return {
    begin,
    end: begin && end && !tooEarly ? end : undefined,
    findings: [
      ...beginAgain.map((event) => outOfState(event, `${begun} twice`)),
      ...endAgain.map((event) => outOfState(event, `${ended} twice`)),
      ...(tooEarly ? [unpreceded(end, `${ended} before ${begun}`)] : []),
    ],
  };
}

/** A row of the end that both events cause. */
export const endRow = (
  begin: FactEvent<any>,
  end: FactEvent<any>,
  { measure, dims, amount = 1 }: Pick<FactRow, 'measure' | 'dims'> & { readonly amount?: number },
): FactRow => ({ ...flowRow(end, measure, dims, amount), causes: [begin.id, end.id] });

/** That it ended, and the days it took; no row of those when there were none. */
export function endedRows(
  begin: FactEvent<any>,
  end: FactEvent<any>,
  { ended, days, dims }: { readonly ended: string; readonly days: string } & Pick<FactRow, 'dims'>,
): FactRow[] {
  const amount = epochDayOf(end.day) - epochDayOf(begin.day);
  const row = endRow(begin, end, { measure: ended, dims });
  return amount > 0 ? [row, { ...row, measure: days, amount }] : [row];
}

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
