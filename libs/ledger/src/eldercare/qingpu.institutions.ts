import { ENDING_CHAIN } from './chains.js';
import { careHome, conversion, declared, type Institution, opening } from './institution.js';

/** Institutions of 青浦 that carry a movement of 2020 or a trap. All invented. */
export const QINGPU_INSTITUTIONS: readonly Institution[] = [
  careHome('310118001', '2016-11-14', 24, 12),
  careHome('310118002', '2017-05-15', 23, 12),
  careHome('310118106', '2018-03-19', 30, 15),
  careHome('310118107', '2018-09-17', 20, 10),
  careHome('310118105', '2019-04-15', 24, 12),
  declared({
    street: '310118102',
    opened: '2019-12-20',
    hasNursingHospital: true,
    movements: [
      {
        on: '2020-01-02',
        bedType: 'GENERAL',
        delta: 130,
        reason: 'NEW_BUILD',
        trap: {
          name: 'effective-time-moved',
          expectation:
            'first reported for 2019-12-27, corrected to 2020-01-02: new beds of 2020, not of 2019',
          mishap: { kind: 'corrected', firstOn: '2019-12-27', correctedOn: '2020-01-20' },
        },
      },
      { on: '2020-01-02', bedType: 'NURSING', delta: 50, reason: 'NEW_BUILD' },
    ],
  }),
  declared({
    street: '310118107',
    opened: '2020-07-01',
    hasNursingHospital: true,
    movements: [
      {
        on: '2020-07-01',
        bedType: 'GENERAL',
        delta: 66,
        reason: 'REBUILD',
        trap: {
          name: 'wrong-delta-corrected',
          expectation: 'reported as +96, corrected on 2021-02-09 to +66',
          mishap: { kind: 'corrected', firstDelta: 96, correctedOn: '2021-02-09' },
        },
      },
      { on: '2020-07-01', bedType: 'NURSING', delta: 30, reason: 'REBUILD' },
    ],
  }),
  declared({
    street: '310118103',
    opened: '2015-08-10',
    movements: [
      ...opening('2015-08-10', 'OPENING', 120, 40),
      { on: '2020-11-20', bedType: 'NURSING', delta: 24, reason: 'EXPANSION' },
      {
        on: '2020-11-20',
        bedType: 'GENERAL',
        delta: 40,
        reason: 'EXPANSION',
        trap: {
          name: 'recorded-late',
          expectation:
            'took effect in 2020-11, recorded 2021-02-04: counts in 2020, but is known only from then on',
          mishap: { kind: 'recorded-late', recordedOn: '2021-02-04' },
        },
      },
    ],
  }),
  declared({
    street: '310118105',
    opened: '2013-10-14',
    closed: '2020-05-29',
    chainBrand: ENDING_CHAIN,
    movements: [
      ...opening('2013-10-14', 'OPENING', 24, 12),
      { on: '2020-05-29', bedType: 'GENERAL', delta: -24, reason: 'CLOSURE' },
      { on: '2020-05-29', bedType: 'NURSING', delta: -12, reason: 'CLOSURE' },
    ],
  }),
  declared({
    street: '310118002',
    opened: '2017-09-04',
    movements: [
      {
        on: '2017-09-04',
        bedType: 'GENERAL',
        delta: 60,
        reason: 'NEW_BUILD',
        trap: {
          name: 'bed-delivered-twice',
          expectation: 'the opening of +60 arrives twice with the same id and bytes and counts once',
          mishap: { kind: 'delivered-twice', again: '2017-09-25' },
        },
      },
      { on: '2017-09-04', bedType: 'NURSING', delta: 20, reason: 'NEW_BUILD' },
    ],
  }),
  declared({
    street: '310118106',
    opened: '2016-05-16',
    hasNursingHospital: true,
    movements: [
      ...opening('2016-05-16', 'NEW_BUILD', 140, 40),
      {
        on: '2020-04-14',
        bedType: 'GENERAL',
        delta: -10,
        reason: 'REDUCTION',
        ineffective: true,
        trap: {
          name: 'reduction-voided',
          expectation: 'the reduction of 10 was an error and is voided: no beds leave',
          mishap: { kind: 'voided', voidedOn: '2020-04-20', because: 'ERROR' },
        },
      },
      {
        on: '2020-06-15',
        bedType: 'GENERAL',
        delta: 8,
        reason: 'ADJUSTMENT',
        trap: {
          name: 'adjustment-is-not-new',
          expectation: 'changes the stock by +8 and −8, adds nothing to the new beds of 2020',
        },
      },
      ...conversion('2020-09-14', 15, 'ZX310118-2020-01', {
        name: 'conversion-is-not-new',
        expectation: 'both halves are posted: nursing +15 and general −15, total and new beds unchanged',
      }),
    ],
  }),
  declared({
    street: '310118001',
    opened: '2016-08-22',
    hasNursingHospital: true,
    movements: [
      ...opening('2016-08-22', 'NEW_BUILD', 150, 50),
      {
        on: '2020-08-10',
        bedType: 'GENERAL',
        delta: -8,
        reason: 'ADJUSTMENT',
        trap: {
          name: 'adjustment-is-not-new',
          expectation: 'changes the stock by +8 and −8, adds nothing to the new beds of 2020',
        },
      },
      {
        on: '2020-10-20',
        bedType: 'GENERAL',
        delta: 15,
        reason: 'NEW_BUILD',
        ineffective: true,
        trap: {
          name: 'void-before-target',
          expectation: 'the void arrives before the +15 it voids: they never count',
          mishap: { kind: 'voided', voidedOn: '2020-10-27', because: 'DUPLICATE', voidArrivesFirst: true },
        },
      },
    ],
  }),
  declared({
    street: '310118003',
    opened: '2018-01-15',
    hasNursingHospital: true,
    movements: [
      ...opening('2018-01-15', 'NEW_BUILD', 150, 60),
      {
        on: '2021-01-01',
        bedType: 'NURSING',
        delta: 20,
        reason: 'EXPANSION',
        atMidnightUtc: true,
        trap: {
          name: 'midnight-belongs-to-next-year',
          expectation:
            '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: not in the stock or the nursing beds of 2020',
        },
      },
    ],
  }),
  declared({
    street: '310118110',
    opened: '2016-03-21',
    movements: [
      { on: '2016-03-21', bedType: 'GENERAL', delta: 100, reason: 'NEW_BUILD' },
      {
        on: '2016-03-21',
        bedType: 'NURSING',
        delta: 30,
        reason: 'NEW_BUILD',
        trap: {
          name: 'correction-voided',
          expectation: 'a correction to +36 is itself voided: +30 stands again',
          mishap: {
            kind: 'correction-voided',
            wrongDelta: 36,
            correctedOn: '2016-05-09',
            voidedOn: '2016-05-23',
          },
        },
      },
      {
        on: '2020-03-16',
        bedType: 'GENERAL',
        delta: -20,
        reason: 'CONVERSION',
        transfer: 'ZX310118-2020-02',
        ineffective: true,
        trap: {
          name: 'one-sided-conversion',
          expectation:
            'the nursing half of +20 never came: the −20 does not count and is a finding UNPAIRED_TRANSFER',
        },
      },
    ],
  }),
  declared({
    street: '310118106',
    opened: '2014-09-15',
    relocated: {
      on: '2019-08-05',
      from: '310118107',
      trap: {
        name: 'relocated-with-its-beds',
        expectation: 'its 60 beds (20 nursing) count in 华新 until 2019-08-04 and in 徐泾 from 2019-08-05 on',
      },
    },
    movements: opening('2014-09-15', 'OPENING', 40, 20),
  }),
  declared({
    street: '310118001',
    opened: '2019-09-02',
    homeBeds: true,
    movements: [
      {
        on: '2019-09-02',
        bedType: 'NURSING',
        delta: 40,
        reason: 'NEW_BUILD',
        trap: {
          name: 'home-beds-are-apart',
          expectation: 'bedScope HOME is in no total: not in the stock, not in nursing',
        },
      },
    ],
  }),
];
