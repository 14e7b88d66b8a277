import { PROTECTED } from '../../disclosure/threshold.js';
import { column, STREET } from '../domain-view.js';
import { monthView } from '../month-view.js';

/** Systems 2 (精准帮扶): the four circles 低保、低收入、支出型贫困、特殊困难. */
export const assistanceCircle = monthView({
  name: 'mv_assistance_circle',
  titles: {
    zh: '社会救助四类圈层（街镇 × 圈层 × 月末）',
    en: 'Households and persons on relief, by 街镇, circle and month end',
  },
  measures: ['assistance.households', 'assistance.persons'],
  key: [
    STREET,
    column(
      'circle',
      '圈层：低保、低收入、支出型贫困、特殊困难，或不属于任何一类',
      'DIBAO, LOW_INCOME, EXPENDITURE, SPECIAL_HARDSHIP, or NONE',
    ),
  ],
  amounts: [
    column('households', '救助户数', 'households receiving relief'),
    column('persons', '救助人数', 'persons in them'),
  ],
  countedIn: ({ measure, street, dims }) => ({
    key: { street, circle: dims['circle'] ?? 'NONE' },
    columns: [measure === 'assistance.households' ? 'households' : 'persons'],
  }),
  protection: { rows: 'street', columns: 'circle', counts: ['households', 'persons'], k: PROTECTED },
});
