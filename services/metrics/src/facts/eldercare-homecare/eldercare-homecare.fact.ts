import { type BusinessDay, addDays, firstDayOfYear, yearOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { countedOnce } from '../counted-once.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow, stock } from '../measure.js';
import { people } from '../protected-measure.js';
import { flowRow, stretchRow } from '../row.js';
import { ENDED, GRANTED, type Grant, grantsOf } from './grant.js';

const ASSESSED = 'cn.gov.mca.eldercare.assessment.completed';

type Assessment = EventOf<typeof ASSESSED>;

const isAssessed = ofType(ASSESSED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { grants, findings } = grantsOf(history);
  const assessments = history.filter(isAssessed);
  const inDistricts = groupBy(grants.map(throughTheYear), ({ place }) => place.district).values();
  return {
    rows: [...grants.map(grantRow), ...[...inDistricts].flatMap(countedOnce).map(personRow)],
    findings: [...findings, ...grants.flatMap((grant) => assessmentProblems(grant, assessments))],
  };
}

/** Who was served in a year counts to the end of that year, served on or not. */
const throughTheYear = (grant: Grant): Grant =>
  grant.until === null ? grant : { ...grant, until: newYearAfter(addDays(grant.until, -1)) };

const newYearAfter = (day: BusinessDay): BusinessDay => firstDayOfYear(yearOf(day) + 1);

const personRow = (grant: Grant): FactRow =>
  stretchRow(grant, grant.place, { measure: 'eldercare.homecare-persons-of-year', dims: {} });

const grantRow = ({ from, granted }: Grant): FactRow => ({
  ...flowRow(granted, 'eldercare.homecare-grants', {}),
  validFrom: from,
});

/** A grant needs an assessment valid when service begins: the one it names, or, where it names none, any of the person. */
function assessmentProblems({ granted }: Grant, known: readonly Assessment[]): Finding[] {
  const { assessmentId, fromMonth: month } = granted.data;
  if (assessmentId === null) {
    // Where assessments are kept elsewhere none is known of anybody: that says nothing about this grant.
    return known.length === 0 || known.some((assessment) => isValidFor(assessment, granted))
      ? []
      : [finding('STATE', [granted], { case: 'granted without a valid assessment', month })];
  }
  const named = known.find(({ data }) => data.assessmentId === assessmentId);
  if (!named) {
    const detail = { case: 'granted without the assessment it names', month };
    return [finding('MISSING_PREDECESSOR', [granted], detail)];
  }
  const { validFrom, validTo } = named.data;
  return isValidFor(named, granted)
    ? []
    : [
        finding('STATE', [named, granted], {
          case: 'granted on an assessment not valid',
          month,
          validFrom,
          validTo,
        }),
      ];
}

const isValidFor = ({ data }: Assessment, { day }: Grant['granted']): boolean =>
  data.validFrom <= day && day <= data.validTo;

const ofPerson = (event: FactEvent<{ personRef: string }>): string[] => [event.data.personRef];

/**
 * Home care bought by the government. Distinct persons of a year are a stock that starts over every January, not a sum:
 * on each day it holds who was served in that calendar year so far, each person once, in the street served first.
 */
export const fact: FactDefinition = {
  name: 'eldercare.homecare',
  titles: { zh: '政府购买居家养老服务', en: 'Home care purchased by the government' },
  measures: [
    people(
      stock(
        'eldercare.homecare-persons-of-year',
        '人',
        '当年累计服务人数（去重）',
        'Distinct persons served in the year so far',
      ),
    ),
    people(flow('eldercare.homecare-grants', '件', '核准补贴件数', 'Grants by their first month')),
  ],
  reads: { [GRANTED]: ofPerson, [ENDED]: ofPerson, [ASSESSED]: ofPerson },
  fold,
};
