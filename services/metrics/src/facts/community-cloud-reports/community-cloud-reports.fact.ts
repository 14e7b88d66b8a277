import {
  type BusinessMonth,
  UNKNOWN_STREET,
  addDays,
  dayOf,
  districtOf,
  lastDayOfMonth,
  streetOf,
} from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';

const REPORTED = 'cn.gov.mca.community.cloud.household.reported';

type Report = EventOf<typeof REPORTED>;

const LEVELS: Readonly<Record<number, string>> = { 6: 'DISTRICT', 9: 'STREET', 12: 'VILLAGE' };
/** A month is reported by the end of the next one. */
const REPORTING_DAYS = 31;

/** Of several reports of a month the one recorded last holds (tie: the greater id). */
const supersedes = (a: Report, b: Report): boolean =>
  a.recordedTime > b.recordedTime || (a.recordedTime === b.recordedTime && a.id > b.id);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const byMonth = new Map<BusinessMonth, Report>();
  const findings: Finding[] = [];
  for (const report of history as readonly Report[]) {
    const { period } = report.data;
    const known = byMonth.get(period);
    if (known) findings.push(finding('PERIOD_RESTATED', [known, report], { month: period }));
    if (!known || supersedes(report, known)) byMonth.set(period, report);
    if (dayOf(report.recordedTime) > addDays(lastDayOfMonth(period), REPORTING_DAYS))
      findings.push(
        finding('LATE_REPORT', [report], { month: period, recorded: dayOf(report.recordedTime) }),
      );
  }
  const series = [...byMonth.values()].sort((a, b) => (a.data.period < b.data.period ? -1 : 1));
  return { rows: series.flatMap((report, i) => rowOf(report, series[i + 1])), findings };
}

/** A report of no household ends the figure before it and adds none. */
function rowOf({ id, data: { region, period, households } }: Report, next: Report | undefined): FactRow[] {
  if (households === 0) return [];
  return [
    {
      measure: 'community.cloud-households-reported',
      district: districtOf(region),
      street: region.length > 6 ? streetOf(region) : UNKNOWN_STREET,
      dims: { level: LEVELS[region.length] ?? 'OTHER' },
      amount: households,
      validFrom: lastDayOfMonth(period),
      validUntil: next ? lastDayOfMonth(next.data.period) : null,
      causes: next ? [id, next.id] : [id],
    },
  ];
}

/** Households on 社区云 as a district, 街镇 or village reports them by the month: each figure holds until the next. */
export const fact: FactDefinition = {
  name: 'community.cloud-reports',
  titles: { zh: '社区云注册家庭月报', en: 'Monthly reports of households on the community cloud' },
  measures: [
    {
      name: 'community.cloud-households-reported',
      kind: 'stock',
      unit: '户',
      scale: 0,
      titles: { zh: '汇总上报的社区云家庭', en: 'Households reported in sum, by level of the region' },
    },
  ],
  reads: { [REPORTED]: ({ data }: Report) => [data.region] },
  fold,
};
