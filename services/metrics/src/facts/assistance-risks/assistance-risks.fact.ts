import { addDays, type BusinessDay, epochDayOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow, stock } from '../measure.js';
import { courseOf, endedRows, openRows } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow } from '../row.js';

export const ALERTED = 'cn.gov.mca.assistance.risk.alerted';
export const RESOLVED = 'cn.gov.mca.assistance.risk.resolved';

type Alert = EventOf<typeof ALERTED>;

/** For alerts that name no day; a sample, no printed rule. */
const DAYS_BY_LEVEL: Readonly<Record<string, number>> = { HIGH: 7, MEDIUM: 15, LOW: 30 };
const MOST_DAYS = 30;

const dueDayOf = ({ day, data }: Alert): BusinessDay =>
  data.dueOn ?? addDays(day, DAYS_BY_LEVEL[data.level] ?? MOST_DAYS);

/** An alert that nothing resolves stays open; that it is overdue shows at its end, for there is no clock here. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { begin, end, findings } = courseOf(history, {
    isBegin: ofType(ALERTED),
    isEnd: ofType(RESOLVED),
    begun: 'alerted',
    ended: 'resolved',
  });
  if (!begin) return { rows: [], findings };
  const { indicator, level } = begin.data;
  const rows = [
    flowRow(begin, 'assistance.risks', { indicator, level }),
    ...openRows(begin, end, 'assistance.risks-open', { indicator, level }),
  ];
  if (!end) return { rows, findings };
  const due = dueDayOf(begin);
  const isLate = end.day > due;
  const dims = { indicator, level, outcome: end.data.outcome, inTime: isLate ? 'NO' : 'YES' };
  rows.push(
    ...endedRows(begin, end, { ended: 'assistance.risks-resolved', days: 'assistance.risk-days', dims }),
  );
  const late = isLate
    ? [
        finding('LIMIT', [begin, end], {
          case: 'resolved late',
          due,
          days: epochDayOf(end.day) - epochDayOf(due),
        }),
      ]
    : [];
  return { rows, findings: [...findings, ...late] };
}

const ofAlert = ({ data }: FactEvent<{ alertId: string }>): string[] => [data.alertId];

/** Alerts of the dynamic monitoring of people with low income (低收入人口动态监测). */
export const fact: FactDefinition = {
  name: 'assistance.risks',
  titles: { zh: '低收入人口风险预警', en: 'Alerts of risk to people with low income' },
  measures: [
    protectedPeople(flow('assistance.risks', '条', '风险预警', 'Alerts raised')),
    protectedPeople(stock('assistance.risks-open', '条', '待处置预警', 'Open alerts')),
    protectedPeople(flow('assistance.risks-resolved', '条', '处置预警', 'Alerts resolved')),
    flow('assistance.risk-days', '天', '预警处置用时', 'Days until alerts were resolved'),
  ],
  reads: { [ALERTED]: ofAlert, [RESOLVED]: ofAlert },
  fold,
};
