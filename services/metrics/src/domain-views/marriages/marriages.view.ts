import { PEOPLE } from '../../disclosure/threshold.js';
import { column } from '../domain-view.js';
import { monthView } from '../month-view.js';

/** What the registration offices of a district registered, month by month; what was annulled later was registered. */
export const marriages = monthView({
  name: 'mv_marriages_by_month',
  titles: {
    zh: '婚姻登记（区 × 登记种类 × 类型 × 月）',
    en: 'Marriages and divorces registered by district, kind and month',
  },
  measures: ['marriage.registered', 'marriage.divorces-registered'],
  key: [
    column('registration', '登记种类：结婚、离婚', 'MARRIAGE or DIVORCE'),
    column('kind', '类型', 'code of marriage-kind or divorce-kind'),
  ],
  amounts: [column('registrations', '当月办理数（对）', 'couples registered in the month')],
  countedIn: ({ measure, dims }) => ({
    key: {
      registration: measure === 'marriage.registered' ? 'MARRIAGE' : 'DIVORCE',
      kind: dims['kind'] ?? 'UNKNOWN',
    },
    columns: ['registrations'],
  }),
  protection: { columns: 'kind', apart: 'registration', counts: ['registrations'], k: PEOPLE },
});
