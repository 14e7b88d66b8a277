import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { CLOSED, OPENED } from '../assistive-rental-points/assistive-rental-points.fact.js';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState, unpreceded } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { flowRow } from '../row.js';
import { contains } from '../span.js';
import { tenuresOf } from '../tenure.js';

export const RECORDED = 'cn.gov.mca.assistive.rental.recorded';
export const REPORTED = 'cn.gov.mca.assistive.rental.reported';

type Rental = EventOf<typeof RECORDED>;
type Report = EventOf<typeof REPORTED>;

const isRental = ofType(RECORDED);
const isReport = ofType(REPORTED);

const MEASURE_OF = { COUNT: 'assistive.rentals', SUBSIDY: 'assistive.rental-subsidy-fen' } as const;

const amountsOf = (event: Rental | Report) => ({
  COUNT: isReport(event) ? event.data.count : 1,
  SUBSIDY: event.data.subsidyFen,
});

/** One number is one rental. */
const byNumber = (history: readonly FactEvent<any>[]) =>
  firstOfEach(history.filter(isRental), ({ data }) => data.rentalNo);

function foldPoint(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures } = tenuresOf(history, {
    isBegin: ofType(OPENED),
    isEnd: ofType(CLOSED),
    begun: 'opened',
    ended: 'closed',
  });
  const { first: counted, again } = byNumber(history);
  return {
    rows: counted.flatMap((rental) =>
      (['COUNT', 'SUBSIDY'] as const).flatMap((of): FactRow[] => {
        const amount = amountsOf(rental)[of];
        if (amount === 0) return [];
        const dims = { deviceClass: rental.data.deviceClass, record: 'RENTAL' };
        return [flowRow(rental, MEASURE_OF[of], dims, amount)];
      }),
    ),
    findings: [
      ...again.map((rental) => outOfState(rental, 'rented twice')),
      ...counted
        .filter(({ day }) => !tenures.some((tenure) => contains(tenure, day)))
        .map((rental) =>
          withoutPoint(
            rental,
            tenures.some(({ from }) => from <= rental.day),
          ),
        ),
    ],
  };
}

const withoutPoint = (rental: Rental, wasOpen: boolean): Finding =>
  wasOpen
    ? outOfState(rental, 'rented at a closed point')
    : unpreceded(rental, 'rented before the point opened');

function foldMonth(history: readonly FactEvent<any>[]): FoldResult {
  const recordOf = (event: Rental | Report) => ({
    event,
    series: event.data.deviceClass,
    amounts: amountsOf(event),
  });
  const reports = history
    .filter(isReport)
    .map((event) => ({ ...recordOf(event), region: event.data.region }));
  const { uncovered, findings } = uncoveredOf(reports, () => byNumber(history).first.map(recordOf));
  return {
    rows: uncovered.map((rest) => {
      const measure = MEASURE_OF[rest.of as keyof typeof MEASURE_OF];
      return uncoveredRow(rest, measure, { deviceClass: rest.series, record: 'REPORT' });
    }),
    findings,
  };
}

const ofPoint = ({ data }: EventOf<typeof OPENED | typeof CLOSED>): string[] => [`point:${data.pointId}`];

/** Devices rented, by single records and by what monthly reports say beyond them. */
export const fact: FactDefinition = {
  name: 'assistive.rentals',
  titles: { zh: '康复辅助器具租赁', en: 'Rentals of assistive devices' },
  measures: [
    flow('assistive.rentals', '件', '租赁件数', 'Devices rented'),
    flow('assistive.rental-subsidy-fen', '分', '租赁补贴', 'Subsidy of rentals, in fen'),
  ],
  reads: {
    [OPENED]: ofPoint,
    [CLOSED]: ofPoint,
    [RECORDED]: (event: Rental) => [
      `point:${event.data.pointId}`,
      monthKey(event.regionId, monthOf(event.day)),
    ],
    [REPORTED]: ({ regionId, data }: Report) => [monthKey(regionId, data.period)],
  },
  fold: (history, entity) => (isMonthKey(entity) ? foldMonth(history) : foldPoint(history)),
};
