import { addDays } from '@minhai/domain';
import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow, stock } from '../measure.js';
import { newestInForce } from '../newest-in-force.js';
import { placeOf } from '../place.js';
import { people } from '../protected-measure.js';
import { flowRow, stretchRow } from '../row.js';

const ASSESSED = 'cn.gov.mca.eldercare.assessment.completed';

type Assessed = EventOf<typeof ASSESSED>;

const isAssessed = ofType(ASSESSED);

const spanOf = ({ data }: Assessed) => ({ from: data.validFrom, until: addDays(data.validTo, 1) });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { first: assessments, again } = firstOfEach(
    history.filter(isAssessed),
    ({ data }) => data.assessmentId,
  );
  return {
    rows: [
      ...assessments.map((event) => flowRow(event, 'eldercare.assessments', dimsOf(event))),
      ...newestInForce(assessments, spanOf).map((inForce) =>
        stretchRow(inForce, placeOf(inForce.decision), {
          measure: 'eldercare.assessed-persons',
          dims: dimsOf(inForce.decision),
        }),
      ),
    ],
    findings: again.map(usedTwice),
  };
}

const dimsOf = ({ data: { scheme, level } }: Assessed) => ({ scheme, level });

const usedTwice = (event: Assessed): Finding => outOfState(event, 'assessment number used twice');

/**
 * Assessed persons by the newest valid result. Whether level and scores agree, and the scheme is in force, is judged
 * before an event is accepted.
 */
export const fact: FactDefinition = {
  name: 'eldercare.care-assessments',
  titles: { zh: '老年照护需求评估', en: 'Assessments of care needs' },
  measures: [
    people(
      stock(
        'eldercare.assessed-persons',
        '人',
        '有有效评估结果的老年人（按等级）',
        'Persons with a valid assessment, by level',
      ),
    ),
    people(flow('eldercare.assessments', '人次', '评估人次', 'Assessments completed, by level')),
  ],
  reads: { [ASSESSED]: ({ data }: Assessed) => [data.personRef] },
  fold,
};
