import { addDays, dayOf, isStreetCode, lastDayOfMonth } from '@minhai/domain';
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
import { people } from '../protected-measure.js';
import { type Published, restated, seriesOf } from '../published-series.js';
import { stretchRow } from '../row.js';
import { householdsRegistered, isPart, partOf, partsOf } from './registered-households.js';

const REPORTED = 'cn.gov.mca.community.cloud.household.reported';

type Report = EventOf<typeof REPORTED>;
type Single = EventOf<typeof REGISTERED | typeof DEREGISTERED>;

const isReport = ofType(REPORTED);

const ALL = 'community.cloud-households-reported';
const BEYOND = 'community.cloud-households-beyond';

/** A month is reported by the end of the next one. */
const REPORTING_DAYS = 31;

const monthOf = ({ data }: Report): string => data.period;
const endOf = ({ data }: Report): string => lastDayOfMonth(data.period);
const monthly = (history: readonly FactEvent<any>[]) =>
  seriesOf(history.filter(isReport), { periodOf: monthOf, fromOf: endOf });

function foldReports(history: readonly FactEvent<any>[]): FoldResult {
  const { figures, standing, superseded } = monthly(history);
  return {
    rows: figures.flatMap((figure) => {
      const { region, households } = figure.event.data;
      if (households === 0) return [];
      return [ALL, ...(isStreetCode(region) ? [BEYOND] : [])].map((measure) =>
        rowOf(measure, figure, households),
      );
    }),
    findings: [...restated(superseded, monthOf), ...standing.filter(isLate).map(lateMonth)],
  };
}

/** Takes those registered one by one off what their 街镇 reports: they are counted on their own. */
function foldPart(history: readonly FactEvent<any>[]): FoldResult {
  const { figures } = monthly(history);
  if (figures.length === 0) return { rows: [], findings: [] };
  const registeredOn = householdsRegistered(history);
  const counted = figures.filter(({ event }) => event.data.households > 0);
  return {
    rows: counted
      .map((figure) => rowOf(BEYOND, figure, 0 - registeredOn(figure.from)))
      .filter(({ amount }) => amount !== 0),
    findings: [],
  };
}

const isLate = (report: Report): boolean =>
  dayOf(report.recordedTime) > addDays(endOf(report), REPORTING_DAYS);

const lateMonth = (report: Report): Finding =>
  finding('LATE_REPORT', [report], { month: monthOf(report), recorded: dayOf(report.recordedTime) });

/** A report of no household ends the figure before it and adds none. */
function rowOf(measure: string, figure: Published<Report>, amount: number): FactRow {
  const { region } = figure.event.data;
  return stretchRow(figure, placeOfRegion(region), {
    measure,
    dims: { level: levelOfRegion(region) },
    amount,
  });
}

const households = (name: string, zh: string, en: string): MeasureDefinition =>
  people(stock(name, '户', zh, en));

const ofPart = (event: Single): string[] => [partOf(event)];

/**
 * Households on 社区云 as a district, 街镇 or village reports them by the month: each figure holds until the next. Where a
 * 街镇 reports, its figure is the figure and the households registered one by one explain it: on the last day of the month
 * both together come to what was reported, and later registrations come on top until the next report.
 */
export const fact: FactDefinition = {
  name: 'community.cloud-reports',
  titles: { zh: '社区云注册家庭月报', en: 'Monthly reports of households on the community cloud' },
  version: 2,
  measures: [
    households(ALL, '汇总上报的社区云家庭', 'Households reported in sum, by level of the region'),
    households(
      BEYOND,
      '汇总上报中未逐户登记的社区云家庭',
      'Households 街镇 report beyond those registered one by one; below 0 where they report fewer',
    ),
  ],
  reads: {
    [REPORTED]: ({ data: { region } }: Report) => [region, ...(isStreetCode(region) ? partsOf(region) : [])],
    [REGISTERED]: ofPart,
    [DEREGISTERED]: ofPart,
  },
  fold: (history, entity) => (isPart(entity) ? foldPart(history) : foldReports(history)),
};
