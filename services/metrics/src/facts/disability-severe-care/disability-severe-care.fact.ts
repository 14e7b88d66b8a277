import { isDistrictCode, parseDecimal, rescale } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { protectedPeople } from '../protected-measure.js';
import { byRecording, lastRecorded } from '../recording.js';
import { flowRow } from '../row.js';

export const REPORTED = 'cn.gov.mca.stat.value.reported';

type Report = EventOf<typeof REPORTED>;

/** The two series a district reports, and the measures they become. */
const SERIES: ReadonlyMap<string, string> = new Map([
  ['severe-disabled-in-care', 'disability.severe-in-care'],
  ['severe-disabled-wanting-care', 'disability.severe-wanting-care'],
]);

/** A count holds from the day it speaks of until the next; of one period the one recorded last. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const standing = [...groupBy(history as readonly Report[], ({ data }) => data.period).values()]
    .map(lastRecorded)
    .toSorted((a, b) => a.time - b.time || byRecording(a, b));
  const rows = standing.flatMap((report, i): FactRow[] => {
    const next = standing[i + 1];
    const persons = personsOf(report);
    if (persons === undefined || persons === 0 || next?.day === report.day) return [];
    const row = flowRow(report, SERIES.get(report.data.indicator)!, {}, persons);
    return [{ ...row, validUntil: next?.day ?? null, causes: next ? [report.id, next.id] : [report.id] }];
  });
  const broken = standing.filter((report) => personsOf(report) === undefined);
  return {
    rows,
    findings: broken.map((event) =>
      finding('LIMIT', [event], { case: 'not a count of persons', period: event.data.period }),
    ),
  };
}

/** A whole number of persons, or undefined. */
function personsOf({ data }: Report): number | undefined {
  const value = parseDecimal(data.value)!;
  const whole = rescale(value, 0);
  const persons = Number(whole.unscaled);
  const isWhole = rescale(whole, value.scale).unscaled === value.unscaled;
  return isWhole && persons >= 0 && Number.isSafeInteger(persons) ? persons : undefined;
}

/**
 * Persons with a severe disability and without work (重残无业) who want to be cared for, and those who are. No event
 * tells of one of them, so that both are counts which the district reports of itself.
 */
export const fact: FactDefinition = {
  name: 'disability.severe-care',
  titles: { zh: '重残无业人员养护', en: 'Care of severely disabled persons without work' },
  measures: [
    protectedPeople(
      stock('disability.severe-in-care', '人', '重残无业在养人数', 'Severely disabled persons in care'),
    ),
    protectedPeople(
      stock(
        'disability.severe-wanting-care',
        '人',
        '重残无业符合条件且有意愿人数',
        'Severely disabled persons eligible for care who want it',
      ),
    ),
  ],
  reads: {
    [REPORTED]: ({ data }: Report) =>
      SERIES.has(data.indicator) && isDistrictCode(data.region) ? [`${data.region}:${data.indicator}`] : [],
  },
  fold,
};
