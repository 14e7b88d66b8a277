import { firstDayOfMonth, lastDayOfMonth, nextMonth } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import {
  CHANGED,
  CLOSED,
  OPENED,
  type Phase,
  ofFacility,
  phasesOf,
} from '../community-facility/facility-phases.js';
import { CAPACITY_CHANGED, type CapacityEvent } from '../community-facility/meal-capacity.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow } from '../measure.js';
import { uncoveredOf } from '../monthly-report.js';
import { flowRow } from '../row.js';
import { intersect } from '../span.js';

const REPORTED = 'cn.gov.mca.eldercare.meals.reported';

type Reported = EventOf<typeof REPORTED>;

const isReported = ofType(REPORTED);
const isCapacityEvent = ofType(CAPACITY_CHANGED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases } = phasesOf(history);
  const capacity = history.filter(isCapacityEvent);
  const months = [...groupBy(history.filter(isReported), ({ data }) => data.period).values()];
  const results = months.map((reports) => {
    const { uncovered, findings } = uncoveredOf(
      reports.map((event) => ({ event, region: '', series: '', amounts: { PORTIONS: event.data.portions } })),
    );
    const standing = uncovered.map(({ report }) => report as Reported);
    return {
      rows: standing.map((event) => mealsRow(event, phases)),
      findings: [...findings, ...standing.flatMap((event) => unlikely(event, phases, capacity))],
    };
  });
  return {
    rows: results.flatMap(({ rows }) => rows),
    findings: results.flatMap(({ findings }) => findings),
  };
}

const phaseIn = (event: Reported, phases: readonly Phase[]): Phase | undefined => {
  const { period } = event.data;
  const month = { from: firstDayOfMonth(period), until: firstDayOfMonth(nextMonth(period)) };
  return phases.find((phase) => phase.status === 'open' && intersect(phase, month));
};

const mealsRow = (event: Reported, phases: readonly Phase[]): FactRow => ({
  ...flowRow(event, 'eldercare.meals-served', {}, event.data.portions),
  ...phaseIn(event, phases)?.place,
});

/** Meals of a site that was not open in the month, and more meals than it can serve. */
function unlikely(event: Reported, phases: readonly Phase[], capacity: readonly CapacityEvent[]): Finding[] {
  const { period: month, portions } = event.data;
  if (!phaseIn(event, phases)) {
    const isKnown = phases.some(({ status }) => status !== 'unannounced');
    return isKnown
      ? [finding('STATE', [event], { case: 'meals of a site not open', month })]
      : [finding('MISSING_PREDECESSOR', [event], { case: 'meals before opened', month })];
  }
  const days = Number(lastDayOfMonth(month).slice(8));
  const most = mostPortions(capacity, lastDayOfMonth(month)) * days;
  const isOver = capacity.length > 0 && portions > most;
  return isOver
    ? [finding('LIMIT', [event], { case: 'more meals than capacity', month, portions, most }, 'warning')]
    : [];
}

/** Portions a day at the end of a month, over all ways of serving. */
const mostPortions = (capacity: readonly CapacityEvent[], lastDay: string): number =>
  capacity.filter(({ day }) => day <= lastDay).reduce((sum, { data }) => sum + data.delta, 0);

/** Meals that sites served, month by month: not what they can serve. */
export const fact: FactDefinition = {
  name: 'eldercare.meals-served',
  titles: { zh: '老年助餐服务', en: 'Meals served to the elderly' },
  measures: [flow('eldercare.meals-served', '份', '实际供餐份数', 'Portions served')],
  reads: {
    [OPENED]: ofFacility,
    [CHANGED]: ofFacility,
    [CLOSED]: ofFacility,
    [CAPACITY_CHANGED]: ofFacility,
    [REPORTED]: ofFacility,
  },
  fold,
};
