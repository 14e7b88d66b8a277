import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow, stock } from '../measure.js';
import { openRows } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow } from '../row.js';

export const ASSESSED = 'cn.gov.mca.assistance.need.assessed';

type Assessment = EventOf<typeof ASSESSED>;

/** The six kinds of need of an assessment, by the code a plan answers them with. */
const NEEDS = {
  LIVING: 'needsLiving',
  HEALTH: 'needsHealth',
  FAMILY_RELATIONS: 'needsFamilyRelations',
  FAMILY_CARE: 'needsFamilyCare',
  EMPLOYMENT: 'needsEmployment',
  MAJOR_CHANGE: 'needsMajorChange',
} as const;

/** The newest assessment of a household counts, where it was made, until the next one; of one day the last. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const assessments = history as readonly Assessment[];
  const rows = assessments.flatMap((assessment, i) => {
    const counted = flowRow(assessment, 'assistance.need-assessments', { grade: assessment.data.grade });
    return [counted, ...standingRows(assessment, assessments[i + 1])];
  });
  return { rows, findings: assessments.flatMap((event, i) => assessedTwice(event, assessments[i - 1])) };
}

function standingRows(assessment: Assessment, next: Assessment | undefined): FactRow[] {
  const row = (measure: string, dims: FactRow['dims']): FactRow[] =>
    openRows(assessment, next, measure, dims);
  const needs = Object.entries(NEEDS).filter(([, flag]) => assessment.data[flag]);
  return [
    ...row('assistance.need-grade', { grade: assessment.data.grade }),
    ...needs.flatMap(([need]) => row('assistance.need-households', { need })),
  ];
}

const assessedTwice = (event: Assessment, former: Assessment | undefined): Finding[] =>
  former?.day === event.day
    ? [finding('STATE', [former, event], { case: 'assessed twice on a day', day: event.day })]
    : [];

/** Households by the grade of their need (高度、中度、低度、无) and by what they need. */
export const fact: FactDefinition = {
  name: 'assistance.needs',
  titles: { zh: '救助需求综合评估', en: 'Assessment of needs' },
  measures: [
    protectedPeople(stock('assistance.need-grade', '户', '困境程度分级户数', 'Households by grade of need')),
    protectedPeople(stock('assistance.need-households', '户', '有需求户数', 'Households by kind of need')),
    protectedPeople(flow('assistance.need-assessments', '户次', '需求评估户次', 'Assessments of needs made')),
  ],
  reads: { [ASSESSED]: ({ data }: Assessment) => [data.householdRef] },
  fold,
};
