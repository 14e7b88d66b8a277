import type { BusinessMonth } from '@minhai/domain';
import type { BenefitChange, ReliefCategory, ReliefItem } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

type Months = readonly [first: BusinessMonth, last: BusinessMonth];

/** A decision about a running benefit, from a month in `from` on. */
export interface Change {
  readonly kind: 'suspended' | 'resumed' | 'terminated' | 'household';
  readonly from: Months;
  readonly reason: BenefitChange;
  readonly trap?: TrapNote;
}

/** Cases that share a course, and whether they draw 低保 in 2020-12. */
export interface Lot {
  readonly name: string;
  readonly count: number;
  readonly item: ReliefItem;
  readonly category: ReliefCategory;
  /** First month of benefit. */
  readonly starts: Months;
  /** The decision falls in the month before the first month of benefit. */
  readonly decidedAhead?: true;
  readonly validTo?: BusinessMonth;
  readonly changes: readonly Change[];
  /** The household had an earlier case, closed in 2019. */
  readonly returned?: true;
  readonly inDecember2020: boolean;
  /** When the figures need a certain size; else chance has it. */
  readonly persons?: number;
  /** For the approval; `persons` are those it truly covers. */
  readonly trap?: (persons: number) => TrapNote;
}

export interface PublishedRelief {
  /** On 低保 in 2020-12; invented and modest. */
  readonly households: number;
  readonly persons: number;
  /** As known on 2021-01-15, before the late termination and the correction of February. */
  readonly knownOn15January: { readonly households: number; readonly persons: number };
  readonly lots: readonly Lot[];
}

/** Cases that draw 低保 in 2020-12. */
const drawing = (name: string, count: number, starts: Months, more: Partial<Lot> = {}): Lot => ({
  name,
  count,
  starts,
  inDecember2020: true,
  item: 'DIBAO',
  category: 'DIBAO',
  changes: [],
  ...more,
});
/** Cases that do not: not yet, no longer, never, or another relief. */
const idle = (name: string, count: number, starts: Months, more: Partial<Lot> = {}): Lot => ({
  ...drawing(name, count, starts, more),
  inDecember2020: false,
});
const change = (kind: Change['kind'], from: Months, reason: BenefitChange, trap?: TrapNote): Change => ({
  kind,
  from,
  reason,
  ...(trap && { trap }),
});
const note = (name: string, expectation: string, mishap?: TrapNote['mishap']): TrapNote => ({
  name,
  expectation,
  mishap,
});

const SPRING_2019: Months = ['2019-01', '2019-04'];
const ANY: Months = ['2019-01', '2020-11'];

/** Courses with a trap, one case each unless said otherwise: 8 draw 低保 in 2020-12. */
const TRAPS: readonly Lot[] = [
  drawing('delivered-twice', 1, ['2019-06', '2019-06'], {
    trap: () =>
      note('approval-delivered-twice', 'same id, same bytes: one household', {
        kind: 'delivered-twice',
        again: '2019-09-02',
      }),
  }),
  drawing('persons-corrected', 1, ['2020-04', '2020-04'], {
    trap: (persons) =>
      note(
        'persons-corrected',
        'approved with one person too many, corrected on 2021-02-16: 2020-12 is restated',
        {
          kind: 'corrected',
          first: { persons: persons + 1 },
          correctedOn: '2021-02-16',
        },
      ),
  }),
  drawing('valid-to-december', 2, ['2020-01', '2020-01'], {
    validTo: '2020-12',
    trap: () => note('valid-to-december', 'validTo 2020-12: December still counts'),
  }),
  idle('valid-to-november', 2, ['2019-12', '2019-12'], {
    validTo: '2020-11',
    trap: () => note('valid-to-november', 'validTo 2020-11: December no longer counts'),
  }),
  drawing('leaves-in-january', 2, ['2019-08', '2019-08'], {
    changes: [
      change(
        'terminated',
        ['2021-01', '2021-01'],
        'INCOME',
        note('terminated-from-january', 'terminated from 2021-01: December still counts'),
      ),
    ],
  }),
  idle('starts-in-january', 2, ['2021-01', '2021-01'], {
    decidedAhead: true,
    trap: () => note('effective-from-january', 'approved in December for 2021-01: December does not count'),
  }),
  drawing('returned', 2, ['2020-02', '2020-02'], {
    returned: true,
    trap: () =>
      note('second-case-of-a-household', 'the first case ended in 2019, the second runs: one household'),
  }),
  idle('voided', 1, ['2020-08', '2020-08'], {
    trap: () =>
      note('approval-voided', 'approved for the wrong household and voided: never counts', {
        kind: 'voided',
        voidedOn: '2020-09-08',
        because: 'ERROR',
      }),
  }),
  idle('voided-before-it-arrives', 1, ['2020-08', '2020-08'], {
    trap: () =>
      note('approval-voided-before-it-arrives', 'the void arrives first: never counts', {
        kind: 'voided',
        voidedOn: '2020-09-07',
        because: 'DECISION_REVOKED',
        voidArrivesFirst: true,
      }),
  }),
  idle('terminated-late', 1, ['2019-03', '2019-03'], {
    persons: 1,
    changes: [
      change(
        'terminated',
        ['2020-12', '2020-12'],
        'DEATH',
        note(
          'termination-recorded-late',
          'from 2020-12, recorded 2021-02-02: December does not count, but is known only then',
          {
            kind: 'recorded-late',
            recordedOn: '2021-02-02',
          },
        ),
      ),
    ],
  }),
  idle('terminated-before-it-arrives', 1, ['2019-02', '2019-02'], {
    trap: () =>
      note(
        'termination-overtakes-approval',
        'the approval is held up until after its termination: the order of arrival decides nothing',
        {
          kind: 'held-up',
          until: '2019-12-02',
        },
      ),
    changes: [change('terminated', ['2019-11', '2019-11'], 'MOVED_OUT')],
  }),
  idle('suspended-in-december', 3, ['2019-05', '2019-07'], {
    changes: [
      change(
        'suspended',
        ['2020-12', '2020-12'],
        'INCOME',
        note('suspended-in-december', 'suspended from 2020-12: December does not count'),
      ),
    ],
  }),
];

/** Relief that is not 低保. */
const OTHERS: readonly Lot[] = [
  idle('tekun', 8, ANY, { item: 'TEKUN', category: 'TEKUN' }),
  idle('low-income-medical', 6, ANY, { item: 'MEDICAL', category: 'LOW_INCOME' }),
  idle('temporary', 10, ['2019-01', '2020-09'], {
    item: 'TEMPORARY',
    category: 'TEMPORARY',
    validTo: '2020-10',
  }),
];

const ordinary = (steady: number, ended: number): readonly Lot[] => [
  drawing('steady', steady, ANY),
  drawing('resumed', 6, SPRING_2019, {
    changes: [
      change('suspended', ['2019-09', '2019-12'], 'INCOME'),
      change('resumed', ['2020-02', '2020-05'], 'INCOME'),
    ],
  }),
  drawing('household-changed', 10, SPRING_2019, {
    changes: [change('household', ['2019-08', '2020-04'], 'HOUSEHOLD')],
  }),
  idle('ended', ended, ['2019-01', '2019-09'], {
    changes: [change('terminated', ['2019-12', '2020-11'], 'EXIT')],
  }),
  idle('suspended', 5, SPRING_2019, { changes: [change('suspended', ['2020-08', '2020-11'], 'INCOME')] }),
];

export const PUBLISHED_RELIEF: Readonly<Record<DistrictCode, PublishedRelief>> = {
  '310105': {
    households: 174,
    persons: 271,
    knownOn15January: { households: 175, persons: 273 },
    lots: [...ordinary(150, 58), ...TRAPS, ...OTHERS],
  },
  '310118': {
    households: 204,
    persons: 327,
    knownOn15January: { households: 205, persons: 329 },
    lots: [...ordinary(180, 71), ...TRAPS, ...OTHERS],
  },
};
