import { parseDecimal, rescale } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { lastRecorded } from '../recording.js';
import { lastDayOf } from '../stat-values/reporting-period.js';

const VALUE_REPORTED = 'cn.gov.mca.stat.value.reported';
const STOCK_REPORTED = 'cn.gov.mca.socialorg.stock.reported';
const VALUE_SCALE = 4;

type Reported = EventOf<typeof VALUE_REPORTED> | EventOf<typeof STOCK_REPORTED>;

const isValue = ofType(VALUE_REPORTED);

function rowOf(report: Reported): FactRow {
  const { region, period } = report.data;
  return {
    ...contentOf(report),
    ...placeOfRegion(region),
    validFrom: lastDayOf(period),
    validUntil: null,
    causes: [report.id],
  };
}

function contentOf(report: Reported): Pick<FactRow, 'measure' | 'dims' | 'amount'> {
  const level = levelOfRegion(report.data.region);
  if (isValue(report)) {
    const { indicator, unit, value } = report.data;
    const amount = Number(rescale(parseDecimal(String(value))!, VALUE_SCALE).unscaled);
    return { measure: 'reference.declared-values', dims: { indicator, level, unit }, amount };
  }
  const { kind, count } = (report as EventOf<typeof STOCK_REPORTED>).data;
  return { measure: 'reference.declared-social-organisations', dims: { kind, level }, amount: count };
}

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const rows: FactRow[] = [];
  const findings: Finding[] = [];
  for (const [period, reports] of groupBy(history as readonly Reported[], ({ data }) => data.period)) {
    const last = lastRecorded(reports);
    if (reports.length > 1)
      findings.push(finding('PERIOD_RESTATED', [...reports.filter((it) => it !== last), last], { period }));
    const row = rowOf(last);
    if (Number.isSafeInteger(row.amount)) rows.push(row);
    else
      findings.push(finding('LIMIT', [last], { case: 'a value beyond what can be counted exactly', period }));
  }
  return { rows, findings };
}

/** What departments declare at the end of a period; compared with what their events come to, never counted instead. */
export const fact: FactDefinition = {
  name: 'reference.declared-values',
  titles: { zh: '申报统计值', en: 'Declared values' },
  measures: [
    {
      ...flow(
        'reference.declared-values',
        '各异',
        '申报的指标值（期末一次，不可累加）',
        'Values of indicators as declared, once at the end of a period; not to be summed',
      ),
      scale: VALUE_SCALE,
    },
    flow(
      'reference.declared-social-organisations',
      '家',
      '申报的社会组织实有数（月末一次，不可累加）',
      'Social organisations as declared, once at the end of a month; not to be summed',
    ),
  ],
  reads: {
    [VALUE_REPORTED]: ({ data }: EventOf<typeof VALUE_REPORTED>) => [
      `value:${data.region}:${data.indicator}`,
    ],
    [STOCK_REPORTED]: ({ data }: EventOf<typeof STOCK_REPORTED>) => [`stock:${data.region}:${data.kind}`],
  },
  fold,
};
