import { monthOf, monthsBetween } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, isReportedLate, lateReport, outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';
import {
  BURIED,
  type Burial,
  type BurialClass,
  DIMS,
  type Opening,
  ZONE_OPENED,
  classOf,
  newZoneOf,
} from './burial-class.js';

export const REPORTED = 'cn.gov.mca.funeral.burial.reported';

const isBurial = ofType(BURIED);
const isOpening = ofType(ZONE_OPENED);
const isReported = ofType(REPORTED);

const MEASURE = 'funeral.burials';

const dimsOf = (form: string, burialClass: BurialClass): FactRow['dims'] => ({ form, ...DIMS[burialClass] });

const byNumber = (history: readonly FactEvent<any>[]) =>
  firstOfEach(history.filter(isBurial), ({ data }) => data.burialNo);

/** A zone with its opening: whether a burial is in a zone new that year follows whatever arrives first. */
function foldZone(history: readonly FactEvent<any>[]): FoldResult {
  const openings = history.filter(isOpening);
  const { first, again } = byNumber(history);
  return {
    rows: first.map((burial) => burialRow(burial, openings)),
    findings: [
      ...openings.slice(1).map((event) => outOfState(event, 'zone opened twice')),
      ...again.map((event) => outOfState(event, 'burial number used twice')),
      ...first.flatMap((burial) => openingProblems(burial, openings[0])),
      ...first.filter(isReportedLate).map(lateReport),
    ],
  };
}

function burialRow(burial: Burial, openings: readonly Opening[]): FactRow {
  const opening = newZoneOf(burial, openings);
  const row = flowRow(burial, MEASURE, dimsOf(burial.data.form, classOf(burial, opening)));
  return opening ? { ...row, causes: [burial.id, opening.id] } : row;
}

/** A zone may be older than the lake. */
function openingProblems(burial: Burial, opening: Opening | undefined): Finding[] {
  if (!burial.data.zoneId) return [];
  if (!opening)
    return [
      finding(
        'MISSING_PREDECESSOR',
        [burial],
        { case: 'buried in an unknown zone', day: burial.day },
        'info',
      ),
    ];
  const { openedOn } = opening.data;
  return burial.day < openedOn
    ? [
        finding('STATE', [opening, burial], {
          case: 'buried before the zone opened',
          day: burial.day,
          openedOn,
        }),
      ]
    : [];
}

function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const reports = history.filter(isReported).map((event) => ({
    event,
    region: event.data.region,
    series: event.data.form,
    amounts: amountsOf(event.data),
  }));
  const { uncovered, findings } = uncoveredOf(reports, () => {
    const openings = history.filter(isOpening);
    return byNumber(history).first.map((event) => ({
      event,
      series: event.data.form,
      amounts: { [classOf(event, newZoneOf(event, openings))]: 1 },
    }));
  });
  const rows = uncovered.map((rest) =>
    uncoveredRow(rest, MEASURE, dimsOf(rest.series, rest.of as BurialClass)),
  );
  return { rows, findings };
}

const amountsOf = ({
  count,
  newZoneCount,
  newZoneSmallCount,
}: EventOf<typeof REPORTED>['data']): Record<BurialClass, number> => ({
  NEW_SMALL: newZoneSmallCount,
  NEW_OTHER: newZoneCount - newZoneSmallCount,
  OTHER: count - newZoneCount,
});

const zoneKey = ({ cemeteryId, zoneId, burialNo }: Burial['data']): string =>
  zoneId ? `zone:${cemeteryId}:${zoneId}` : `burial:${burialNo}`;

/** An opening decides about every month of its year. */
const monthsOf = ({ regionId, data }: Opening): string[] => {
  const year = data.openedOn.slice(0, 4);
  return monthsBetween(`${year}-01`, `${year}-12`).map((month) => monthKey(regionId, month));
};

/** Burials by form, by whether their zone opened in the same year, and there by the size of the plot. */
export const fact: FactDefinition = {
  name: 'funeral.burials',
  version: 2,
  titles: { zh: '安葬', en: 'Burials' },
  measures: [people(flow(MEASURE, '例', '安葬量', 'Burials'))],
  reads: {
    [BURIED]: (event: Burial) => [zoneKey(event.data), monthKey(event.regionId, monthOf(event.day))],
    [ZONE_OPENED]: (event: Opening) => [
      `zone:${event.data.cemeteryId}:${event.data.zoneId}`,
      ...monthsOf(event),
    ],
    [REPORTED]: ({ regionId, data }: EventOf<typeof REPORTED>) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) => (isMonthKey(entity) ? foldMonth(history) : foldZone(history)),
};
