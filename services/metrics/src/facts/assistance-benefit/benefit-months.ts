import { type BusinessMonth, nextMonth } from '@minhai/domain';
import type { Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';

export const GRANTED = 'cn.gov.mca.assistance.approval.granted';
export const ADJUSTED = 'cn.gov.mca.assistance.benefit.adjusted';
export const SUSPENDED = 'cn.gov.mca.assistance.benefit.suspended';
export const RESUMED = 'cn.gov.mca.assistance.benefit.resumed';
export const TERMINATED = 'cn.gov.mca.assistance.benefit.terminated';

export type Grant = EventOf<typeof GRANTED>;
export type Change = EventOf<typeof ADJUSTED | typeof SUSPENDED | typeof RESUMED | typeof TERMINATED>;

const isAdjusted = ofType(ADJUSTED);

/** Months in which the same benefit is due to the same number of persons. */
export interface BenefitSpan {
  readonly from: BusinessMonth;
  /** The first month in which it is no longer due; null while open. */
  readonly until: BusinessMonth | null;
  readonly persons: number;
  readonly amountFen: number;
  readonly causes: readonly string[];
}

interface State {
  readonly standing: 'due' | 'suspended' | 'terminated';
  readonly persons: number;
  readonly amountFen: number;
  /** The grant and the changes still in effect. */
  readonly causes: readonly string[];
}

/** Changes take effect in the order of their months, whatever the order they were decided in. */
export function benefitSpans(grant: Grant, changes: readonly Change[], findings: Finding[]): BenefitSpan[] {
  const { effectiveMonth, validTo, persons, amountFenPerMonth } = grant.data;
  let state: State = { standing: 'due', persons, amountFen: amountFenPerMonth, causes: [grant.id] };
  const turns = [{ month: effectiveMonth, state }];
  const end = validTo ? nextMonth(validTo) : null;
  for (const change of changes.toSorted(byMonth)) {
    const problem = problemOf(state, change, grant, end);
    if (problem) findings.push(finding('STATE', [change], { case: problem, month: change.data.fromMonth }));
    else {
      state = advance(state, change);
      turns.push({ month: change.data.fromMonth, state });
    }
  }
  return turns.flatMap(({ month, state: { standing, ...due } }, i) => {
    const until = earlier(turns[i + 1]?.month ?? null, end);
    if (standing !== 'due' || (until !== null && until <= month)) return [];
    const endedBy = turns[i + 1]?.state.causes.at(-1);
    return { ...due, from: month, until, causes: endedBy ? [...due.causes, endedBy] : due.causes };
  });
}

const byMonth = (a: Change, b: Change): number =>
  a.data.fromMonth < b.data.fromMonth ? -1 : a.data.fromMonth > b.data.fromMonth ? 1 : 0;

const earlier = (a: BusinessMonth | null, b: BusinessMonth | null): BusinessMonth | null =>
  a === null || (b !== null && b < a) ? b : a;

/** Why a change cannot take effect. Of two changes for one month the one decided later holds. */
function problemOf(
  state: State,
  change: Change,
  grant: Grant,
  end: BusinessMonth | null,
): string | undefined {
  const { fromMonth } = change.data;
  if (state.standing === 'terminated') return 'changed after termination';
  if (fromMonth < grant.data.effectiveMonth) return 'changed before the first month';
  if (end !== null && fromMonth > end) return 'changed after the last month';
  if (change.type === RESUMED && state.standing !== 'suspended') return 'resumed while not suspended';
  if (change.type === SUSPENDED && state.standing === 'suspended') return 'suspended twice';
  return undefined;
}

function advance(state: State, change: Change): State {
  if (isAdjusted(change)) {
    const { amountFenPerMonth: amountFen, persons } = change.data;
    return { ...state, amountFen, persons: persons ?? state.persons, causes: [...state.causes, change.id] };
  }
  const standing = change.type === RESUMED ? 'due' : change.type === SUSPENDED ? 'suspended' : 'terminated';
  return { ...state, standing, causes: [...state.causes, change.id] };
}
