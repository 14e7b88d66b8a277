import { careHome, conversion, declared, type Institution, opening } from './institution.js';

/** Institutions of 长宁 that carry a published movement or a trap. All invented. */
export const CHANGNING_INSTITUTIONS: readonly Institution[] = [
  careHome('310105004', '2015-10-12', 32, 17),
  careHome('310105005', '2016-09-19', 32, 17),
  careHome('310105011', '2017-11-06', 32, 17),
  declared({
    street: '310105102',
    opened: '2020-06-01',
    movements: [
      {
        on: '2020-06-01',
        bedType: 'GENERAL',
        delta: 70,
        reason: 'NEW_BUILD',
        trap: {
          name: 'wrong-delta-corrected',
          expectation:
            'reported as +80, corrected on 2021-02-10: the opening of 2020-06-01 brings 120 beds, not 130',
          mishap: { kind: 'corrected', firstDelta: 80, correctedOn: '2021-02-10' },
        },
      },
      { on: '2020-06-01', bedType: 'NURSING', delta: 50, reason: 'NEW_BUILD' },
    ],
  }),
  declared({
    street: '310105008',
    opened: '2020-09-01',
    movements: opening('2020-09-01', 'NEW_BUILD', 54, 36),
  }),
  declared({
    street: '310105001',
    opened: '2016-04-18',
    movements: [
      ...opening('2016-04-18', 'NEW_BUILD', 60, 40),
      { on: '2020-11-15', bedType: 'NURSING', delta: 18, reason: 'EXPANSION' },
      {
        on: '2020-11-15',
        bedType: 'GENERAL',
        delta: 30,
        reason: 'EXPANSION',
        trap: {
          name: 'recorded-late',
          expectation:
            'took effect in 2020-11, recorded 2021-02-08: counts in 2020, but is known only from then on',
          mishap: { kind: 'recorded-late', recordedOn: '2021-02-08' },
        },
      },
    ],
  }),
  declared({
    street: '310105002',
    opened: '2014-05-05',
    closed: '2020-03-31',
    movements: [
      ...opening('2014-05-05', 'OPENING', 18, 12),
      {
        on: '2020-03-31',
        bedType: 'GENERAL',
        delta: -18,
        reason: 'CLOSURE',
        trap: {
          name: 'effective-time-moved',
          expectation:
            'first reported for 2020-04-30, corrected to 2020-03-31: the stock of April is restated',
          mishap: { kind: 'corrected', firstOn: '2020-04-30', correctedOn: '2020-05-20' },
        },
      },
      { on: '2020-03-31', bedType: 'NURSING', delta: -12, reason: 'CLOSURE' },
    ],
  }),
  declared({
    street: '310105010',
    opened: '2018-07-02',
    movements: [
      {
        on: '2018-07-02',
        bedType: 'GENERAL',
        delta: 40,
        reason: 'NEW_BUILD',
        trap: {
          name: 'bed-delivered-twice',
          expectation: 'the opening of +40 arrives twice with the same id and bytes and counts once',
          mishap: { kind: 'delivered-twice', again: '2018-07-20' },
        },
      },
      { on: '2018-07-02', bedType: 'NURSING', delta: 20, reason: 'NEW_BUILD' },
    ],
  }),
  declared({
    street: '310105102',
    opened: '2016-10-17',
    movements: [
      ...opening('2016-10-17', 'NEW_BUILD', 90, 30),
      {
        on: '2020-05-12',
        bedType: 'GENERAL',
        delta: -10,
        reason: 'REDUCTION',
        ineffective: true,
        trap: {
          name: 'reduction-voided',
          expectation: 'the reduction of 10 was an error and is voided: no beds leave',
          mishap: { kind: 'voided', voidedOn: '2020-05-18', because: 'ERROR' },
        },
      },
      {
        on: '2020-07-10',
        bedType: 'GENERAL',
        delta: 6,
        reason: 'ADJUSTMENT',
        trap: {
          name: 'adjustment-is-not-new',
          expectation: 'changes the stock by +6 and −6, adds nothing to the new beds of 2020',
        },
      },
      ...conversion('2020-11-03', 10, 'ZX310105-2020-02', {
        name: 'conversion-is-not-new',
        expectation: 'both halves are posted: nursing +22 and general −22, total and new beds unchanged',
      }),
    ],
  }),
  declared({
    street: '310105009',
    opened: '2017-03-20',
    movements: [
      ...opening('2017-03-20', 'NEW_BUILD', 50, 20),
      {
        on: '2020-09-22',
        bedType: 'GENERAL',
        delta: -6,
        reason: 'ADJUSTMENT',
        trap: {
          name: 'adjustment-is-not-new',
          expectation: 'changes the stock by +6 and −6, adds nothing to the new beds of 2020',
        },
      },
      {
        on: '2020-10-12',
        bedType: 'GENERAL',
        delta: 15,
        reason: 'NEW_BUILD',
        ineffective: true,
        trap: {
          name: 'void-before-target',
          expectation: 'the void arrives before the +15 it voids: they never count',
          mishap: { kind: 'voided', voidedOn: '2020-10-19', because: 'DUPLICATE', voidArrivesFirst: true },
        },
      },
    ],
  }),
  declared({
    street: '310105102',
    opened: '2017-06-12',
    movements: [
      ...opening('2017-06-12', 'NEW_BUILD', 112, 38),
      ...conversion('2020-05-18', 12, 'ZX310105-2020-01', {
        name: 'conversion-is-not-new',
        expectation: 'both halves are posted: nursing +22 and general −22, total and new beds unchanged',
      }),
      {
        on: '2021-01-01',
        bedType: 'GENERAL',
        delta: 20,
        reason: 'EXPANSION',
        atMidnightUtc: true,
        trap: {
          name: 'midnight-belongs-to-next-year',
          expectation:
            '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: not in the stock or the new beds of 2020',
        },
      },
    ],
  }),
  declared({
    street: '310105102',
    opened: '2016-12-05',
    movements: [
      { on: '2016-12-05', bedType: 'GENERAL', delta: 60, reason: 'NEW_BUILD' },
      {
        on: '2016-12-05',
        bedType: 'NURSING',
        delta: 30,
        reason: 'NEW_BUILD',
        trap: {
          name: 'correction-voided',
          expectation: 'a correction to +33 is itself voided: +30 stands again',
          mishap: {
            kind: 'correction-voided',
            wrongDelta: 33,
            correctedOn: '2017-01-09',
            voidedOn: '2017-01-16',
          },
        },
      },
      {
        on: '2020-08-17',
        bedType: 'NURSING',
        delta: 20,
        reason: 'CONVERSION',
        transfer: 'ZX310105-2020-03',
        ineffective: true,
        trap: {
          name: 'one-sided-conversion',
          expectation:
            'the general half of −20 never came: the +20 does not count and is a finding UNPAIRED_TRANSFER',
        },
      },
    ],
  }),
  declared({
    street: '310105008',
    opened: '2015-03-16',
    relocated: {
      on: '2018-06-04',
      from: '310105006',
      trap: {
        name: 'relocated-with-its-beds',
        expectation:
          'its 44 beds (14 nursing) count in 天山路 until 2018-06-03 and in 仙霞 from 2018-06-04 on',
      },
    },
    movements: opening('2015-03-16', 'OPENING', 30, 14),
  }),
  declared({
    street: '310105002',
    opened: '2019-05-06',
    homeBeds: true,
    movements: [
      {
        on: '2019-05-06',
        bedType: 'NURSING',
        delta: 25,
        reason: 'NEW_BUILD',
        trap: {
          name: 'home-beds-are-apart',
          expectation: 'bedScope HOME is in no total: not in the stock, not in nursing',
        },
      },
    ],
  }),
];
