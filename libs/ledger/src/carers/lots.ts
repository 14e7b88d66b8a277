import type { BusinessDay } from '@minhai/domain';
import type { CarerSkillLevel } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** First and last day, both working days. */
export type Days = readonly [first: BusinessDay, last: BusinessDay];

/** Something that happens to a carer after the step before it, on a working day of `days`. */
export type Step = {
  readonly days: Days;
  readonly trap?: TrapNote;
} & (
  | {
      readonly kind: 'certified';
      readonly levels: readonly CarerSkillLevel[];
      readonly validTo?: BusinessDay;
      /** Before the first employment. */
      readonly early?: true;
    }
  /** The certificate of the step before stopped counting after this day. */
  | { readonly kind: 'expired'; readonly validTo: BusinessDay }
  | { readonly kind: 'joined-another' }
  | { readonly kind: 'left' }
);

/** A way through working life that carers share, and what it comes to at 2020-12-31. */
export interface Lot {
  readonly name: string;
  readonly count: Readonly<Record<DistrictCode, number>>;
  readonly hired: Days;
  readonly steps: readonly Step[];
  /** Pre-job training, for who was hired in 2020. */
  readonly trained?: 'in-time' | 'late';
  readonly active: boolean;
  readonly certified: boolean;
  /** Hired at 00:00 Shanghai, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  readonly trap?: TrapNote;
}

const BEFORE_2019: Days = ['2015-01-05', '2018-12-28'];
const SINCE_2016: Days = ['2016-01-04', '2020-11-27'];
const UNTIL_2019: Days = ['2016-01-04', '2019-11-29'];
const IN_2020: Days = ['2020-01-06', '2020-10-30'];
const LEAVING: Days = ['2019-12-02', '2020-11-27'];
const on = (day: BusinessDay): Days => [day, day];

const ANY: readonly CarerSkillLevel[] = ['LEVEL_5', 'LEVEL_5', 'LEVEL_5', 'LEVEL_4', 'LEVEL_4', 'LEVEL_3'];

const certified = (days: Days, more: { validTo?: BusinessDay; trap?: TrapNote } = {}): Step => ({
  kind: 'certified',
  levels: ANY,
  days,
  ...more,
});
const left = (days: Days, trap?: TrapNote): Step => ({ kind: 'left', days, ...(trap && { trap }) });
const joinedAnother = (trap: TrapNote): Step => ({
  kind: 'joined-another',
  days: ['2019-03-01', '2019-11-29'],
  trap,
});
const note = (name: string, expectation: string, mishap?: TrapNote['mishap']): TrapNote => ({
  name,
  expectation,
  ...(mishap && { mishap }),
});

type Counts = readonly [changning: number, qingpu: number];
const lot = (name: string, [chn, qpu]: Counts, steps: readonly Step[], more: Partial<Lot> = {}): Lot => ({
  name,
  count: { '310105': chn, '310118': qpu },
  hired: BEFORE_2019,
  steps,
  active: true,
  certified: false,
  ...more,
});
const holding = (name: string, counts: Counts, ...steps: Step[]): Lot =>
  lot(name, counts, steps, { certified: true });
const gone = (name: string, counts: Counts, ...steps: Step[]): Lot =>
  lot(name, counts, steps, { active: false });

/** 870 of 1200 in 长宁, 800 of 1000 in 青浦. */
const CERTIFIED: readonly Lot[] = [
  holding('certified', [823, 762], certified(SINCE_2016)),
  holding(
    'certified twice',
    [30, 20],
    { kind: 'certified', levels: ['LEVEL_5'], days: UNTIL_2019 },
    {
      kind: 'certified',
      levels: ['LEVEL_4'],
      days: ['2019-12-02', '2020-11-27'],
      trap: note('second-certificate', 'one person with two certificates is one certified carer'),
    },
  ),
  holding('certified before hired', [8, 8], {
    kind: 'certified',
    levels: ANY,
    days: ['2013-01-07', '2014-11-28'],
    early: true,
    trap: note('certified-before-hired', 'counts from the first work day, not from the issue'),
  }),
  holding(
    'lapsed and certified again',
    [2, 2],
    certified(['2016-03-01', '2018-12-28'], { validTo: '2019-12-31' }),
    certified(['2020-03-02', '2020-05-29'], {
      trap: note('certified-again', 'uncertified from 2020-01-01 until the new certificate'),
    }),
  ),
  holding(
    'two employers',
    [4, 5],
    certified(['2016-01-04', '2018-12-28']),
    joinedAnother(note('two-employers', 'one person at two institutions is one carer')),
  ),
  holding(
    'left one of two employers',
    [2, 2],
    certified(['2016-01-04', '2018-12-28']),
    joinedAnother(note('joined-before-leaving', 'one carer all the time')),
    left(['2020-02-03', '2020-10-30'], note('left-one-of-two', 'still active at the other institution')),
  ),
  holding(
    'valid to the last day',
    [1, 1],
    certified(['2016-03-01', '2018-12-28'], {
      validTo: '2020-12-31',
      trap: note('certificate-valid-to-the-last-day', 'counts on 2020-12-31'),
    }),
  ),
];

/** Still at work, no longer certified. */
const LAPSED: readonly Lot[] = [
  lot(
    'expired',
    [3, 2],
    [
      certified(UNTIL_2019, { validTo: '2020-06-30' }),
      { kind: 'expired', validTo: '2020-06-30', days: on('2020-07-01') },
    ],
  ),
  lot(
    'expired without a word',
    [1, 1],
    [
      certified(UNTIL_2019, {
        validTo: '2020-12-30',
        trap: note('certificate-expired-the-day-before', 'no event says so; does not count on 2020-12-31'),
      }),
    ],
  ),
  lot(
    'expiry recorded late',
    [1, 1],
    [
      certified(UNTIL_2019),
      {
        kind: 'expired',
        validTo: '2020-11-30',
        days: on('2020-12-01'),
        trap: note('certificate-expiry-recorded-late', 'certified as known on 2021-01-15, not since', {
          kind: 'recorded-late',
          recordedOn: '2021-02-09',
        }),
      },
    ],
  ),
];

/** 60 in 长宁, of whom 30 certified; 40 in 青浦. */
const GONE: readonly Lot[] = [
  gone('certified and gone', [27, 18], certified(UNTIL_2019), left(LEAVING)),
  gone(
    'gone and certified',
    [3, 2],
    left(['2019-12-02', '2020-06-30']),
    certified(['2020-07-01', '2020-11-27'], {
      trap: note('certificate-of-a-leaver', 'a certificate without an employment counts nowhere'),
    }),
  ),
  gone('gone', [29, 19], left(LEAVING)),
  gone(
    'departure recorded late',
    [1, 1],
    left(
      on('2020-12-14'),
      note('departure-recorded-late', 'active as known on 2021-01-15, not since', {
        kind: 'recorded-late',
        recordedOn: '2021-02-05',
      }),
    ),
  ),
];

const UNCERTIFIED: readonly Lot[] = [
  lot('not certified', [262, 91], []),
  lot('hired in 2020', [57, 95], [], { hired: IN_2020, trained: 'in-time' }),
  lot('hired in 2020, trained late', [1, 3], [], { hired: IN_2020, trained: 'late' }),
  lot('hired in 2020, not trained', [2, 4], [], { hired: IN_2020 }),
  lot(
    'certificate of another person',
    [1, 1],
    [
      certified(on('2020-09-15'), {
        trap: note('certificate-voided', 'entered under the wrong person, voided on 2020-10-12', {
          kind: 'voided',
          voidedOn: '2020-10-12',
          because: 'ERROR',
        }),
      }),
    ],
  ),
  lot(
    'departure of another person',
    [1, 1],
    [
      left(
        on('2020-08-17'),
        note('departure-voided', 'never left: the void arrives before the departure', {
          kind: 'voided',
          voidedOn: '2020-08-28',
          because: 'ERROR',
          voidArrivesFirst: true,
        }),
      ),
    ],
  ),
  lot('registration delivered twice', [1, 1], [], {
    trap: note('carer-delivered-twice', 'same id, same bytes: one carer', {
      kind: 'delivered-twice',
      again: '2020-01-15',
    }),
  }),
];

const HIRED_IN_2021: Lot = lot('hired at midnight', [1, 1], [], {
  hired: on('2021-01-01'),
  active: false,
  atMidnightUtc: true,
  trap: note('carer-hired-at-midnight', '2020-12-31T16:00Z is the first moment of 2021: not a carer of 2020'),
});

export const CARER_LOTS: readonly Lot[] = [...CERTIFIED, ...LAPSED, ...GONE, ...UNCERTIFIED, HIRED_IN_2021];

/** Carers at 2020-12-31. */
export interface PublishedCarers {
  readonly active: number;
  readonly certified: number;
  readonly hiredIn2020: number;
  readonly trainedInTime: number;
  /** As known on 2021-01-15, before the late departure and the late expiry. */
  readonly knownOn15January: { readonly active: number; readonly certified: number };
}

export const PUBLISHED_CARERS: Readonly<Record<DistrictCode, PublishedCarers>> = {
  '310105': {
    active: 1200,
    certified: 870,
    hiredIn2020: 60,
    trainedInTime: 57,
    knownOn15January: { active: 1201, certified: 871 },
  },
  '310118': {
    active: 1000,
    certified: 800,
    hiredIn2020: 102,
    trainedInTime: 95,
    knownOn15January: { active: 1001, certified: 801 },
  },
};
