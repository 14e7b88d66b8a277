import { parseDecimal, rescale } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow, stock } from '../measure.js';
import { levelOfRegion, placeOfRegion } from '../place.js';
import { type Published, restated, seriesOf } from '../published-series.js';
import { stretchRow } from '../row.js';
import { isWithin, lastDayOf } from './reporting-period.js';

export const REPORTED = 'cn.gov.mca.stat.value.reported';

type Report = EventOf<typeof REPORTED>;

/** Decimals of a reported value. */
const SCALE = 4;

const periodOf = ({ data }: Report): string => data.period;
const endOf = ({ data }: Report): string => lastDayOf(data.period);
/** In ten-thousandths. */
const amountOf = ({ data }: Report): number => Number(rescale(parseDecimal(data.value)!, SCALE).unscaled);
const isCountable = (report: Report): boolean => Number.isSafeInteger(amountOf(report));

const dimsOf = ({ data }: Report): FactRow['dims'] => ({
  indicator: data.indicator,
  unit: data.unit,
  level: levelOfRegion(data.region),
});

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history as readonly Report[];
  const { figures, standing, superseded } = seriesOf(reports, { periodOf, fromOf: endOf });
  const countable = figures.filter(({ event }) => isCountable(event));
  const stocks = countable.flatMap((figure) => [
    stockRow('stat.values', figure, amountOf(figure.event)),
    stockRow('stat.reports', figure, 1),
  ]);
  const flows = standing.filter((report) => isCountable(report) && !isPartOf(report, standing)).map(flowRow);
  return {
    rows: [...stocks, ...flows].filter(({ amount }) => amount !== 0),
    findings: [...restated(superseded, periodOf), ...unitChanges(standing), ...tooLarge(standing)],
  };
}

const stockRow = (measure: string, figure: Published<Report>, amount: number): FactRow =>
  stretchRow(figure, placeOfRegion(figure.event.data.region), {
    measure,
    dims: dimsOf(figure.event),
    amount,
  });

/** A year that was reported includes its quarters and months; they explain it and are not added to it. */
const isPartOf = (report: Report, all: readonly Report[]): boolean =>
  all.some(({ data }) => isWithin(report.data.period, data.period));

const flowRow = (report: Report): FactRow => ({
  measure: 'stat.flows',
  ...placeOfRegion(report.data.region),
  dims: dimsOf(report),
  amount: amountOf(report),
  validFrom: endOf(report),
  validUntil: null,
  causes: [report.id],
});

const unitChanges = (standing: readonly Report[]): Finding[] =>
  standing.flatMap((report, i) => {
    const before = standing[i - 1];
    return before && before.data.unit !== report.data.unit
      ? [finding('STATE', [before, report], { case: 'unit changed', period: report.data.period })]
      : [];
  });

const tooLarge = (standing: readonly Report[]): Finding[] =>
  standing
    .filter((report) => !isCountable(report))
    .map((report) => finding('LIMIT', [report], { case: 'too large to count', period: report.data.period }));

/**
 * Values that no events add up to and that a district reports itself (plan-conflicts C16). Each is kept twice: as a stock
 * that holds from the last day of its period until the next, and as a flow of its period. An indicator reads one of them.
 */
export const fact: FactDefinition = {
  name: 'stat.values',
  titles: { zh: '上报统计值', en: 'Reported values' },
  measures: [
    { ...stock('stat.values', '', '上报的时点值', 'Values reported, each until the next'), scale: SCALE },
    stock('stat.reports', '份', '现行上报', 'Reports in force: what nobody reported is unknown, not nothing'),
    { ...flow('stat.flows', '', '上报的时期值', 'Values reported, each for its period'), scale: SCALE },
  ],
  reads: { [REPORTED]: ({ data }: Report) => [`${data.region}:${data.indicator}`] },
  fold,
};
