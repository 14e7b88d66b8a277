import { type BusinessMonth, firstDayOfMonth, lastDayOfMonth, nextMonth } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import { at, workingDayFrom } from '../chance/calendar.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { type DistrictCode, DISTRICTS } from '../reference/districts.js';
import { ALLOWANCE_BANDS, ALLOWANCE_MONTHS, type Band, OVERSTATED } from './published-allowances.js';

/** One report: a region's month in a band. */
interface Line {
  readonly district: DistrictCode;
  readonly region: string;
  readonly band: Band;
  readonly period: BusinessMonth;
  readonly persons: number;
}

/** Elder allowances as monthly reports. */
export const allowancesChapter = (district: DistrictCode): Chapter =>
  join(
    ALLOWANCE_BANDS[district].flatMap((band) =>
      [...linesOf(district, band), ...nextPlan(district, band)].map((line) =>
        entry(lineDraft(line), trapOf(line)),
      ),
    ),
  );

/** Person-months over months, a little more every month, and regions, by largest remainder. */
function linesOf(district: DistrictCode, band: Band): Line[] {
  const regions = band.ofDistrict
    ? [{ code: district, committees: 1 }]
    : DISTRICTS[district].streets.map(({ code, committees }) => ({ code, committees }));
  const perMonth = apportion(
    band.personMonths,
    ALLOWANCE_MONTHS.map((_, i) => 300 + i),
  );
  return ALLOWANCE_MONTHS.flatMap((period, i) => {
    const persons = apportion(
      perMonth[i]!,
      regions.map(({ committees }) => committees),
    );
    return regions.map(({ code }, r) => ({ district, region: code, band, period, persons: persons[r]! }));
  });
}

/** The first report of the next five-year plan. */
const nextPlan = (district: DistrictCode, band: Band): Line[] =>
  band.ageBand === 'AGE_100_UP'
    ? [{ district, region: district, band, period: '2021-01', persons: 230 }]
    : [];

/** Reported in the second week after the month. */
function lineDraft({ district, region, band, period, persons }: Line): Draft {
  const street = region === district ? undefined : region;
  const subject = `${region}:${band.ageBand}:${period}`;
  const reportedOn = workingDayFrom(firstDayOfMonth(nextMonth(period)).replace(/01$/, '08'));
  return {
    district,
    type: 'eldercare.allowance.reported',
    system: 'eldercare',
    subject,
    mark: 'reported',
    time: at(lastDayOfMonth(period), 17),
    recorded: at(reportedOn, 10),
    street,
    data: { region, ageBand: band.ageBand, period, persons, amountFen: persons * band.rateFen },
  };
}

function trapOf({ region, band, period, persons }: Line): TrapNote | undefined {
  if (period === '2021-01')
    return { name: 'allowance-of-the-next-plan', expectation: 'counts in 2021–2025, not in 2016–2020' };
  const isOverstated =
    region === OVERSTATED.region && band.ageBand === OVERSTATED.ageBand && period === OVERSTATED.period;
  if (!isOverstated) return undefined;
  const tooMany = persons + OVERSTATED.persons;
  return {
    name: 'allowance-corrected',
    expectation: 'first reported with 100 persons too many; right since 2021-02-10',
    mishap: {
      kind: 'corrected',
      first: { persons: tooMany, amountFen: tooMany * band.rateFen },
      correctedOn: '2021-02-10',
    },
  };
}
