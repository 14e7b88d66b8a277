import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** Their certificate ran out on 2020-04-30, and they stay. */
export const RUN_OUT_REGISTRAR = 7;

/** Something unusual about the registration that bears this number in its register. */
export interface RegisterTrap {
  readonly sequence: number;
  readonly note: TrapNote;
  /** It never took effect: an extra number beside those that count. */
  readonly voided?: true;
  /** At 00:00 Shanghai on New Year's Day, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  /** The registrar, where it is not one of those in duty. */
  readonly registrar?: number;
}

/** One book of one office and year: numbers run from 000001. */
export interface Register {
  readonly prefix: 'J' | 'L' | 'BJ' | 'BL';
  readonly year: number;
  /** Registrations that count. */
  readonly count: number;
  readonly traps: readonly RegisterTrap[];
}

const register = (
  prefix: Register['prefix'],
  year: number,
  count: number,
  traps: readonly RegisterTrap[] = [],
): Register => ({
  prefix,
  year,
  count,
  traps,
});

const MARRIAGES_2019: readonly RegisterTrap[] = [
  {
    sequence: 101,
    note: {
      name: 'marriage-delivered-twice',
      expectation: 'same id, same bytes: one marriage',
      mishap: { kind: 'delivered-twice', again: '2019-04-01' },
    },
  },
  {
    sequence: 1200,
    note: {
      name: 'marriage-corrected',
      expectation: 'a hukou region is corrected in December: one marriage',
      mishap: { kind: 'corrected', first: { hukouRegionB: '340104' }, correctedOn: '2019-12-16' },
    },
  },
  {
    sequence: 1800,
    voided: true,
    note: {
      name: 'marriage-voided',
      expectation: 'entered twice under two numbers; one of them is voided and does not count',
      mishap: { kind: 'voided', voidedOn: '2019-12-20', because: 'DUPLICATE' },
    },
  },
];
const DIVORCES_2019: readonly RegisterTrap[] = [
  {
    sequence: 700,
    voided: true,
    note: {
      name: 'divorce-voided-before-it-arrives',
      expectation: 'a test entry that is held up until after its void: does not count',
      mishap: { kind: 'voided', voidedOn: '2019-12-18', because: 'TEST', voidArrivesFirst: true },
    },
  },
];
const MARRIAGES_2020: readonly RegisterTrap[] = [
  {
    sequence: 1,
    atMidnightUtc: true,
    note: {
      name: 'first-marriage-of-2020',
      expectation:
        '2019-12-31T16:00:00Z is 2020-01-01 in Shanghai: number 000001 of 2020, not a marriage of 2019',
    },
  },
  {
    sequence: 140,
    registrar: RUN_OUT_REGISTRAR,
    note: {
      name: 'registered-with-expired-certificate',
      expectation: 'a marriage of 2020 that counts, by a registrar with no certificate in force any more',
    },
  },
];
const divorces2020 = (last: number): readonly RegisterTrap[] => [
  {
    sequence: last,
    note: {
      name: 'divorce-recorded-late',
      expectation: 'of December 2020, recorded 2021-02-03: a divorce of 2020, known only from then on',
      mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
    },
  },
];

const REISSUE: TrapNote = {
  name: 'reissued-certificate',
  expectation: 'a lost certificate is written again: neither a marriage nor a divorce',
};
const reissues = (prefix: 'BJ' | 'BL', year: number, count: number): Register =>
  register(prefix, year, count, [{ sequence: 1, note: REISSUE }]);

/** Marriages and divorces of 2019 as published for the two districts; those of 2020 are a modest invention. */
export const REGISTERS: Readonly<Record<DistrictCode, readonly Register[]>> = {
  '310105': [
    register('J', 2019, 4240, MARRIAGES_2019),
    register('L', 2019, 1950, DIVORCES_2019),
    register('J', 2020, 212, MARRIAGES_2020),
    register('L', 2020, 96, divorces2020(96)),
    reissues('BJ', 2019, 31),
    reissues('BL', 2019, 12),
    reissues('BJ', 2020, 17),
    reissues('BL', 2020, 6),
  ],
  '310118': [
    register('J', 2019, 2922, MARRIAGES_2019),
    register('L', 2019, 1548, DIVORCES_2019),
    register('J', 2020, 146, MARRIAGES_2020),
    register('L', 2020, 78, divorces2020(78)),
    reissues('BJ', 2019, 22),
    reissues('BL', 2019, 9),
    reissues('BJ', 2020, 12),
    reissues('BL', 2020, 5),
  ],
};
