import type { BusinessDay } from '@minhai/domain';
import type { SocialorgDeregistration, SocialorgRating } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';

/** Something that happens to an organisation on a working day from `from` to `to`. */
export type Step = {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly trap?: TrapNote;
} & (
  | { readonly kind: 'rated'; readonly levels: readonly SocialorgRating[] }
  /** Takes back the rating of the step before. */
  | { readonly kind: 'revoked'; readonly reason: string }
  | { readonly kind: 'deregistered'; readonly reason: SocialorgDeregistration }
);

/** A way through life that `count` organisations share, and what it comes to at 2020-12-31. */
export interface Career {
  readonly name: string;
  readonly count: number;
  readonly steps: readonly Step[];
  readonly stillRegistered: boolean;
  /** Has ever held 3A or above: never decremented. */
  readonly everThreeA: boolean;
  /** Holds 3A or above on 2020-12-31. */
  readonly validThreeA: boolean;
}

const THREE_A_AND_ABOVE: readonly SocialorgRating[] = [
  'A3',
  'A3',
  'A3',
  'A3',
  'A3',
  'A3',
  'A4',
  'A4',
  'A4',
  'A5',
];

const rated = (
  levels: readonly SocialorgRating[],
  from: BusinessDay,
  to: BusinessDay,
  trap?: TrapNote,
): Step => ({
  kind: 'rated',
  levels,
  from,
  to,
  ...(trap && { trap }),
});
const revoked = (from: BusinessDay, to: BusinessDay, trap?: TrapNote): Step => ({
  kind: 'revoked',
  reason: '评估后不再符合条件',
  from,
  to,
  ...(trap && { trap }),
});
const deregistered = (from: BusinessDay, to: BusinessDay, trap?: TrapNote): Step => ({
  kind: 'deregistered',
  reason: 'VOLUNTARY',
  from,
  to,
  ...(trap && { trap }),
});

type Lot = readonly [name: string, count: number, steps: readonly Step[]];
const holds = ([name, count, steps]: Lot): Career => ({
  name,
  count,
  steps,
  stillRegistered: true,
  everThreeA: true,
  validThreeA: true,
});
const lost = (lot: Lot): Career => ({ ...holds(lot), validThreeA: false });
const never = (lot: Lot): Career => ({ ...lost(lot), everThreeA: false });
const gone = (lot: Lot): Career => ({ ...never(lot), stillRegistered: false });

const note = (name: string, expectation: string, mishap?: TrapNote['mishap']): TrapNote => ({
  name,
  expectation,
  mishap,
});

const RENEWED = note(
  'renewed-rating-counts-once',
  'rated in 2014 and again in 2019: one organisation, valid in 2020',
);
const PROMOTED = note(
  'promotion-counts-once',
  'two valid ratings at once: one organisation, newest rating counts',
);
const LAST_DAY = note('valid-to-the-last-day', 'validTo 2020-12-31 is still valid on that day');
const DAY_BEFORE = note(
  'expired-the-day-before',
  'validTo 2020-12-30: ever 3A, no longer valid on 2020-12-31',
);
const DOWNGRADED = note(
  'downgrade',
  '3A revoked and 2A given on one day: ever 3A, not valid; one of those lost',
);
const RATED_AFTER = note(
  'rated-after-deregistration',
  'a rating of a body that is gone counts nowhere, not even as ever 3A',
);
const CORRECTED = note('rating-corrected', 'recorded as 3A, corrected on 2021-02-18 to 2A: never was 3A', {
  kind: 'corrected',
  first: { level: 'A3' },
  correctedOn: '2021-02-18',
});
const VOIDED = note('rating-voided', 'a 3A rating entered for the wrong body and voided: never was 3A', {
  kind: 'voided',
  voidedOn: '2019-09-09',
  because: 'ERROR',
});
const TWICE = note('rating-delivered-twice', 'same id, same bytes: one rating', {
  kind: 'delivered-twice',
  again: '2019-02-14',
});
const LATE = note(
  'deregistration-recorded-late',
  'left on 2020-12-10, recorded 2021-02-05: gone, but known only from then on',
  {
    kind: 'recorded-late',
    recordedOn: '2021-02-05',
  },
);
const GONE_WITH_RATING = note(
  'deregistered-while-rated',
  'a valid 3A ends with the organisation: ever 3A, not valid',
);

/** Traps that every district has once. */
const SHARED: readonly Career[] = [
  holds(['valid-to-the-last-day', 1, [rated(['A3'], '2015-12-31', '2015-12-31', LAST_DAY)]]),
  holds(['delivered-twice', 1, [rated(['A4'], '2019-01-22', '2019-01-22', TWICE)]]),
  lost(['expired-the-day-before', 1, [rated(['A3'], '2015-12-30', '2015-12-30', DAY_BEFORE)]]),
  lost([
    'downgraded',
    1,
    [
      rated(['A3'], '2017-06-19', '2017-06-19', DOWNGRADED),
      revoked('2020-06-18', '2020-06-18', DOWNGRADED),
      rated(['A2'], '2020-06-18', '2020-06-18', DOWNGRADED),
    ],
  ]),
  never(['corrected-to-2A', 1, [rated(['A2'], '2018-05-14', '2018-05-14', CORRECTED)]]),
  never(['voided', 1, [rated(['A3'], '2019-08-19', '2019-08-19', VOIDED)]]),
  gone(['left-late', 1, [deregistered('2020-12-10', '2020-12-10', LATE)]]),
  gone([
    'rated-after-leaving',
    1,
    [
      deregistered('2018-03-12', '2018-03-12', RATED_AFTER),
      rated(['A3'], '2018-11-05', '2018-11-05', RATED_AFTER),
    ],
  ]),
];

const current = (count: number): Career =>
  holds(['current', count, [rated(THREE_A_AND_ABOVE, '2016-03-01', '2020-10-30')]]);
const renewed = (count: number): Career =>
  holds([
    'renewed',
    count,
    [
      rated(['A3'], '2014-03-03', '2014-11-28', RENEWED),
      rated(['A3', 'A4'], '2019-04-01', '2019-11-29', RENEWED),
    ],
  ]);
const promoted = (count: number): Career =>
  holds([
    'promoted',
    count,
    [
      rated(['A3'], '2016-03-01', '2017-05-31', PROMOTED),
      rated(['A4', 'A5'], '2019-06-03', '2020-06-30', PROMOTED),
    ],
  ]);
const expired = (count: number): Career =>
  lost(['expired', count, [rated(THREE_A_AND_ABOVE, '2013-03-01', '2015-06-30')]]);
const withdrawn = (count: number): Career =>
  lost([
    'revoked',
    count,
    [rated(['A3', 'A4'], '2016-09-01', '2018-06-29'), revoked('2019-03-01', '2020-11-30')],
  ]);
const lower = (count: number): Career =>
  never(['lower', count, [rated(['A1', 'A2'], '2016-03-01', '2020-10-30')]]);
const left = (count: number): Career => gone(['left', count, [deregistered('2017-01-09', '2020-11-27')]]);

/** 长宁: 821 registered, 28 gone, 145 ever 3A, ten of them lost. */
export const CHANGNING_CAREERS: readonly Career[] = [
  ...SHARED,
  current(120),
  renewed(8),
  promoted(5),
  expired(4),
  withdrawn(4),
  lower(22),
  left(26),
];

/** 青浦: 928 ever registered, 23 gone; ratings are invented, no published figure depends on them. */
export const QINGPU_CAREERS: readonly Career[] = [
  ...SHARED,
  current(95),
  renewed(6),
  promoted(4),
  expired(4),
  withdrawn(2),
  lower(18),
  left(20),
  {
    ...lost([
      'left-while-rated',
      1,
      [
        rated(['A3'], '2018-04-16', '2018-04-16', GONE_WITH_RATING),
        deregistered('2020-04-20', '2020-04-20', GONE_WITH_RATING),
      ],
    ]),
    stillRegistered: false,
  },
];
