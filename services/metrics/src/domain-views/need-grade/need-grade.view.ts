import { PROTECTED } from '../../disclosure/threshold.js';
import { column, STREET } from '../domain-view.js';
import { monthView } from '../month-view.js';

/** Systems 1 (困难群众救助需求综合评估): how needy households are, by 街镇. */
export const needGrade = monthView({
  name: 'mv_need_grade_by_street',
  titles: {
    zh: '困境程度分级户数（街镇 × 等级 × 月末）',
    en: 'Households by grade of need, 街镇 and month end',
  },
  measures: ['assistance.need-grade'],
  key: [
    STREET,
    column('grade', '困境程度：高度、中度、低度、无', 'grade of need, code of assistance-need-grade'),
  ],
  amounts: [column('households', '户数', 'households assessed at this grade')],
  countedIn: ({ street, dims }) => ({
    key: { street, grade: dims['grade'] ?? 'UNKNOWN' },
    columns: ['households'],
  }),
  protection: { rows: 'street', columns: 'grade', counts: ['households'], k: PROTECTED },
});
