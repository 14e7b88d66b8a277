import { UNKNOWN_STREET } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { type MonthsHeld, monthsHeldOf } from '../months-held.js';
import { openedTwice } from '../open-twice.js';
import { protectedPeople } from '../protected-measure.js';
import { tenureRow } from '../row.js';

export const ENROLLED = 'cn.gov.mca.child.beneficiary.enrolled';
export const EXITED = 'cn.gov.mca.child.beneficiary.exited';
export const REPORTED = 'cn.gov.mca.child.beneficiary.reported';

type Enrolment = EventOf<typeof ENROLLED>;
type Exit = EventOf<typeof EXITED>;
type Report = EventOf<typeof REPORTED>;

const isEnrolment = ofType(ENROLLED);
const isExit = ofType(EXITED);

const CASE = 'case:';
const REPORTS = 'reports:';

function foldCase(history: readonly FactEvent<any>[]): FoldResult {
  const { held, findings } = monthsHeldOf(history, {
    isBegin: isEnrolment,
    begun: 'enrolled',
    ended: 'exited',
  });
  return { rows: held.flatMap(rowsOf), findings };
}

function rowsOf(months: MonthsHeld<Enrolment>): FactRow[] {
  const { category, amountFenPerMonth } = months.begin.data;
  return [
    tenureRow(months, 'child.beneficiaries', { category }),
    tenureRow(months, 'child.benefit-fen', { category }, amountFenPerMonth),
  ].filter(({ amount }) => amount > 0);
}

/** A child is in one case at a time; few enough live in a street to be looked through together. */
function foldStreet(history: readonly FactEvent<any>[]): FoldResult {
  const pairs = openedTwice(history, {
    opened: (event) =>
      isEnrolment(event) ? { id: event.data.caseId, owners: [event.data.personRef] } : undefined,
    closed: (event) => (isExit(event) ? event.data.caseId : undefined),
  });
  const findings = pairs.map((pair) =>
    finding('DUPLICATE_PERSON', pair, { case: 'enrolled in two open cases', day: pair[1].day }),
  );
  return { rows: [], findings };
}

/** A count of the last day of its period holds until the next period that is reported. */
function foldReports(history: readonly FactEvent<any>[]): FoldResult {
  const periods = [...groupBy(history as readonly Report[], ({ data }) => data.period as string)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const months = periods.map(([, reports]) =>
    uncoveredOf(
      reports.map((event) => ({
        event,
        region: event.data.region,
        series: event.data.category,
        amounts: { CHILDREN: event.data.count },
      })),
    ),
  );
  const rows = months.flatMap(({ uncovered }, i) => {
    const next = periods[i + 1]?.[1][0];
    return uncovered.flatMap((rest): FactRow[] => {
      const row = uncoveredRow(rest, 'child.beneficiaries-reported', { category: rest.series });
      const until = next?.day ?? null;
      if (until !== null && until <= row.validFrom) return [];
      return [{ ...row, validUntil: until, causes: next ? [...row.causes, next.id] : row.causes }];
    });
  });
  return { rows, findings: months.flatMap(({ findings }) => findings) };
}

const ofCaseAndStreet = ({ regionId, streetId, data }: Enrolment | Exit): string[] => [
  `${CASE}${data.caseId}`,
  `${regionId}:${streetId ?? UNKNOWN_STREET}`,
];

function fold(history: readonly FactEvent<any>[], entity: string): FoldResult {
  if (entity.startsWith(CASE)) return foldCase(history);
  return entity.startsWith(REPORTS) ? foldReports(history) : foldStreet(history);
}

/**
 * Children supported, by category. Events name a child by a pseudonym and carry no birthday, so that a child is under
 * 18 is judged by who enrols it. Reported counts stand beside the single cases and are not added to them.
 */
export const fact: FactDefinition = {
  name: 'child.beneficiaries',
  titles: { zh: '儿童福利保障对象', en: 'Children supported' },
  measures: [
    protectedPeople(stock('child.beneficiaries', '人', '保障儿童', 'Children supported')),
    stock('child.benefit-fen', '分', '月保障金额', 'Support of children due per month, in fen'),
    protectedPeople(
      stock('child.beneficiaries-reported', '人', '上报保障儿童', 'Children supported, as reported'),
    ),
  ],
  reads: {
    [ENROLLED]: ofCaseAndStreet,
    [EXITED]: ofCaseAndStreet,
    [REPORTED]: ({ regionId, data }: Report) => [`${REPORTS}${regionId}:${data.category}`],
  },
  fold,
};
