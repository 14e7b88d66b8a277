import type { BusinessDay } from '@minhai/domain';
import type { AssistivePointClosure } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** An invented rental point. */
export interface RentalPoint {
  readonly street: string;
  readonly opened: BusinessDay;
  /** At 00:00 Shanghai, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  readonly closed?: { readonly on: BusinessDay; readonly reason: AssistivePointClosure };
  /** Posted, but without effect. */
  readonly ineffective?: true;
  readonly trap?: TrapNote;
}

const open = (street: string, ...days: readonly BusinessDay[]): RentalPoint[] =>
  days.map((opened) => ({ street, opened }));

const TWICE: TrapNote = {
  name: 'rental-point-delivered-twice',
  expectation: 'same id, same bytes: one point in a street that has another',
  mishap: { kind: 'delivered-twice', again: '2019-04-22' },
};
const LATE: TrapNote = {
  name: 'rental-point-recorded-late',
  expectation:
    'the only point of its street, opened in 2020-12, recorded 2021-02-04: known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-04' },
};
const CLOSED: TrapNote = {
  name: 'rental-point-closed',
  expectation:
    'the only point of its street closed in 2020: the street is not covered at the end of the year',
};
const ONE_OF_TWO: TrapNote = {
  name: 'rental-point-closed-beside-another',
  expectation: 'the street keeps its other point and stays covered throughout',
};
const VOIDED: TrapNote = {
  name: 'rental-point-voided',
  expectation: 'entered for the wrong street, its void arrives first: the street was never covered',
  mishap: { kind: 'voided', voidedOn: '2020-08-12', because: 'ERROR', voidArrivesFirst: true },
};
const MIDNIGHT: TrapNote = {
  name: 'rental-point-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: the street is not covered in 2020',
};

/** Streets that carry the traps; `late` has no other point, the last two have none at the end of 2020. */
interface Trapped {
  readonly twice: string;
  readonly late: string;
  readonly oneOfTwo: string;
  readonly closed: string;
  readonly neverOpened: string;
  readonly atMidnight: string;
}

const trapped = (streets: Trapped): RentalPoint[] => [
  { street: streets.twice, opened: '2019-04-15', trap: TWICE },
  { street: streets.late, opened: '2020-12-07', trap: LATE },
  {
    street: streets.oneOfTwo,
    opened: '2017-11-06',
    closed: { on: '2020-03-16', reason: 'RELOCATED' },
    trap: ONE_OF_TWO,
  },
  {
    street: streets.closed,
    opened: '2018-05-14',
    closed: { on: '2020-06-30', reason: 'CONTRACT_ENDED' },
    trap: CLOSED,
  },
  { street: streets.neverOpened, opened: '2020-08-03', ineffective: true, trap: VOIDED },
  { street: streets.atMidnight, opened: '2021-01-01', atMidnightUtc: true, trap: MIDNIGHT },
];

/** 长宁: 11 points in 8 streets, none in 程家桥 and 北新泾. 青浦: 12 in 8, none in 练塘, 金泽 and 白鹤. */
export const RENTAL_POINTS: Readonly<Record<DistrictCode, readonly RentalPoint[]>> = {
  '310105': [
    ...open('310105001', '2017-09-18', '2019-10-21'),
    ...open('310105004', '2018-03-12'),
    ...open('310105005', '2018-06-25'),
    ...open('310105006', '2019-05-20'),
    ...open('310105008', '2017-12-11'),
    ...open('310105009', '2018-09-17'),
    ...open('310105102', '2017-10-16', '2020-05-18'),
    ...trapped({
      twice: '310105008',
      late: '310105002',
      oneOfTwo: '310105005',
      closed: '310105010',
      neverOpened: '310105011',
      atMidnight: '310105011',
    }),
  ],
  '310118': [
    ...open('310118001', '2017-08-14', '2019-03-18'),
    ...open('310118002', '2018-01-15'),
    ...open('310118003', '2018-07-16', '2020-09-14'),
    ...open('310118102', '2017-06-19'),
    ...open('310118105', '2019-08-19'),
    ...open('310118106', '2018-11-12', '2019-12-16'),
    ...open('310118107', '2020-04-20'),
    ...trapped({
      twice: '310118002',
      late: '310118109',
      oneOfTwo: '310118001',
      closed: '310118103',
      neverOpened: '310118104',
      atMidnight: '310118110',
    }),
  ],
};

export const isOpenOn = ({ opened, closed, ineffective }: RentalPoint, day: BusinessDay): boolean =>
  !ineffective && opened <= day && (!closed || day < closed.on);
