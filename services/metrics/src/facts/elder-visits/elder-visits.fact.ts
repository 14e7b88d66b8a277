import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { type Amounts, isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { people } from '../protected-measure.js';
import { VISITED, type Visited, foldPerson, visitsOf } from './visits.js';

const REPORTED = 'cn.gov.mca.eldercare.visit.reported';

type Reported = EventOf<typeof REPORTED>;

const isReported = ofType(REPORTED);

const MEASURE_OF: Readonly<Record<string, string>> = {
  VISITS: 'eldercare.visits',
  PERSONS: 'eldercare.visited-persons',
  LISTED: 'eldercare.visit-listed-persons',
};

const amountsOf = ({ data: { visits, persons, listed } }: Reported): Amounts => ({
  VISITS: visits,
  PERSONS: persons,
  ...(listed !== null && { LISTED: listed }),
});

/** Who is on the list only reports say; visits and persons they top up beyond the visits recorded one by one. */
function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reported = history.filter(isReported);
  const { uncovered, findings } = uncoveredOf(
    reported.map((event) => ({
      event,
      region: event.data.region,
      series: event.data.category,
      amounts: amountsOf(event),
    })),
    () =>
      visitsOf(history).counted.map(({ event, isNewPerson }) => ({
        event,
        series: event.data.category,
        amounts: { VISITS: 1, PERSONS: isNewPerson ? 1 : 0 },
      })),
  );
  return {
    rows: uncovered.map((rest) =>
      uncoveredRow(rest, MEASURE_OF[rest.of]!, { category: rest.series, record: 'REPORT' }),
    ),
    findings: [...findings, ...reported.flatMap(listProblems)],
  };
}

function listProblems(event: Reported): Finding[] {
  const { period: month, persons, listed } = event.data;
  if (listed === null)
    return [finding('MISSING_PREDECESSOR', [event], { case: 'listed persons not reported', month }, 'info')];
  return persons > listed
    ? [finding('LIMIT', [event], { case: 'more visited than listed', month, persons, listed })]
    : [];
}

/** Visits to the elderly without children, the oldest old and those who live alone, month by month. */
export const fact: FactDefinition = {
  name: 'eldercare.elder-visits',
  titles: { zh: '老年人探访', en: 'Visits to the elderly' },
  measures: [
    flow('eldercare.visits', '次', '探访次数', 'Visits, by category'),
    people(
      flow(
        'eldercare.visited-persons',
        '人',
        '当月被探访老年人（按月去重）',
        'Persons visited, once a month',
      ),
    ),
    people(
      flow(
        'eldercare.visit-listed-persons',
        '人',
        '当月在册应探访老年人',
        'Persons listed for visits, each month',
      ),
    ),
  ],
  reads: {
    [VISITED]: (event: Visited) => [
      `person:${event.data.personRef}:${monthOf(event.data.visitedOn)}`,
      monthKey(event.regionId, monthOf(event.data.visitedOn)),
    ],
    [REPORTED]: ({ regionId, data }: Reported) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) => (isMonthKey(entity) ? foldMonth(history) : foldPerson(history)),
};
