import { addDays, dayOf, isStreetCode, lastDayOfMonth, streetOf } from '@minhai/domain';
import type {
  FactDefinition,
  FactEvent,
  FactRow,
  Finding,
  FoldResult,
  MeasureDefinition,
} from '@minhai/facts';
import { DEREGISTERED, REGISTERED } from '../community-cloud-households/community-cloud-households.fact.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { type Published, restated, seriesOf } from '../published-series.js';
import { householdsRegistered } from './registered-households.js';

const REPORTED = 'cn.gov.mca.community.cloud.household.reported';

type Report = EventOf<typeof REPORTED>;
type Single = EventOf<typeof REGISTERED | typeof DEREGISTERED>;

const isReport = ofType(REPORTED);

/** A month is reported by the end of the next one. */
const REPORTING_DAYS = 31;

const monthOf = ({ data }: Report): string => data.period;
const endOf = ({ data }: Report): string => lastDayOfMonth(data.period);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReport);
  if (reports.length === 0) return { rows: [], findings: [] };
  const { figures, standing, superseded } = seriesOf(reports, { periodOf: monthOf, fromOf: endOf });
  const ofStreets = figures.filter(({ event }) => isStreetCode(event.data.region));
  const singlesOn = ofStreets.length > 0 ? householdsRegistered(history) : () => 0;
  return {
    rows: [
      ...figures.map((figure) =>
        rowOf('community.cloud-households-reported', figure, figure.event.data.households),
      ),
      ...ofStreets.map((figure) =>
        rowOf(
          'community.cloud-households-beyond',
          figure,
          Math.max(0, figure.event.data.households - singlesOn(figure.from)),
        ),
      ),
    ].filter(({ amount }) => amount > 0),
    findings: [
      ...restated(superseded, monthOf),
      ...standing.filter(isLate).map(lateMonth),
      ...ofStreets.flatMap(({ event, from }) => lessThanRegistered(event, singlesOn(from))),
    ],
  };
}

const isLate = (report: Report): boolean =>
  dayOf(report.recordedTime) > addDays(endOf(report), REPORTING_DAYS);

const lateMonth = (report: Report): Finding =>
  finding('LATE_REPORT', [report], { month: monthOf(report), recorded: dayOf(report.recordedTime) });

const lessThanRegistered = (report: Report, registered: number): Finding[] =>
  registered > report.data.households
    ? [
        finding('AFTER_MISMATCH', [report], {
          case: 'reported less than recorded',
          month: monthOf(report),
          by: registered - report.data.households,
        }),
      ]
    : [];

/** A report of no household ends the figure before it and adds none. */
const rowOf = (
  measure: string,
  { event: { data }, from, until, causes }: Published<Report>,
  amount: number,
): FactRow => ({
  measure,
  ...placeOfRegion(data.region),
  dims: { level: levelOfRegion(data.region) },
  amount,
  validFrom: from,
  validUntil: until,
  causes,
});

const households = (name: string, zh: string, en: string): MeasureDefinition => ({
  ...stock(name, '户', zh, en),
  privacy: 'people',
});

const ofStreet = ({ data }: Single): string[] => [streetOf(data.villageId)];

/**
 * Households on 社区云 as a district, 街镇 or village reports them by the month: each figure holds until the next. What a
 * 街镇 reports tops up the households registered one by one: on the last day of the month both together come to the
 * reported figure, and later registrations come on top until the next report. Single ones are never taken off.
 */
export const fact: FactDefinition = {
  name: 'community.cloud-reports',
  titles: { zh: '社区云注册家庭月报', en: 'Monthly reports of households on the community cloud' },
  version: 2,
  measures: [
    households(
      'community.cloud-households-reported',
      '汇总上报的社区云家庭',
      'Households reported in sum, by level of the region',
    ),
    households(
      'community.cloud-households-beyond',
      '汇总上报中未逐户登记的社区云家庭',
      'Households 街镇 report beyond those registered one by one',
    ),
  ],
  reads: {
    [REPORTED]: ({ data }: Report) => [data.region],
    [REGISTERED]: ofStreet,
    [DEREGISTERED]: ofStreet,
  },
  fold,
};
