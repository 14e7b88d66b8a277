import { monthOf, monthsBetween } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, isReportedLate, lateReport } from '../finding.js';
import { flow } from '../measure.js';
import { isMonthKey, monthKey, uncoveredOf } from '../monthly-report.js';
import { placeOf } from '../place.js';
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

const row = (
  form: string,
  burialClass: BurialClass,
  rest: Omit<FactRow, 'measure' | 'dims' | 'validUntil'>,
): FactRow => ({
  measure: 'funeral.burials',
  dims: { form, ...DIMS[burialClass] },
  validUntil: null,
  ...rest,
});

/** Of one number the first burial; the others are returned apart. */
function byNumber(burials: readonly Burial[]): { readonly first: Burial[]; readonly again: Burial[] } {
  const first = new Map<string, Burial>();
  const again: Burial[] = [];
  for (const burial of burials) {
    if (first.has(burial.data.burialNo)) again.push(burial);
    else first.set(burial.data.burialNo, burial);
  }
  return { first: [...first.values()], again };
}

/** A zone with its opening: whether a burial is in a zone new that year follows whatever arrives first. */
function foldZone(history: readonly FactEvent<any>[]): FoldResult {
  const openings = history.filter(isOpening);
  const { first, again } = byNumber(history.filter(isBurial));
  return {
    rows: first.map((burial) => burialRow(burial, openings)),
    findings: [
      ...openings
        .slice(1)
        .map((event) => finding('STATE', [event], { case: 'zone opened twice', day: event.day })),
      ...again.map((event) =>
        finding('STATE', [event], { case: 'burial number used twice', day: event.day }),
      ),
      ...first.flatMap((burial) => openingProblems(burial, openings[0])),
      ...first.filter(isReportedLate).map(lateReport),
    ],
  };
}

function burialRow(burial: Burial, openings: readonly Opening[]): FactRow {
  const opening = newZoneOf(burial, openings);
  return row(burial.data.form, classOf(burial, openings), {
    ...placeOf(burial),
    amount: 1,
    validFrom: burial.day,
    causes: opening ? [burial.id, opening.id] : [burial.id],
  });
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
  if (reports.length === 0) return { rows: [], findings: [] };
  const openings = history.filter(isOpening);
  const singles = byNumber(history.filter(isBurial)).first.map((event) => ({
    event,
    series: event.data.form,
    amounts: { [classOf(event, openings)]: 1 },
  }));
  const { uncovered, findings } = uncoveredOf(reports, singles);
  const rows = uncovered.map(({ report, place, series, of, amount, causes }) =>
    row(series, of as BurialClass, { ...place, amount, validFrom: report.day, causes }),
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
  measures: [{ ...flow('funeral.burials', '例', '安葬量', 'Burials'), privacy: 'people' }],
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
