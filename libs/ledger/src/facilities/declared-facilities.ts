import type { DistrictCode } from '../reference/districts.js';
import type { TrapNote } from '../posting/chapter.js';
import type { Facility, Site } from './facility.js';

/** `area` in hundredths of a ㎡. */
const site = (street: string, name: string, area: number): Site => ({
  key: `${street}|${name}`,
  street,
  area,
});

const note = (name: string, expectation: string, mishap?: TrapNote['mishap']): TrapNote => ({
  name,
  expectation,
  mishap,
});

const OPENED_TWICE = note('facility-delivered-twice', 'same id, same bytes: one facility, its area once', {
  kind: 'delivered-twice',
  again: '2020-11-16',
});
const VOIDED = note('facility-voided', 'a test entry, its void arrives first: no facility, no area', {
  kind: 'voided',
  voidedOn: '2020-05-25',
  because: 'TEST',
  voidArrivesFirst: true,
});
const AT_MIDNIGHT = note(
  'facility-opened-at-midnight',
  '2020-12-31T16:00:00Z is 2021-01-01 in Shanghai: neither open nor serving by the end of 2020',
);
const LATE = note(
  'facility-recorded-late',
  'opened in December 2020, recorded in February 2021: counts in 2020, known only from then on',
  { kind: 'recorded-late', recordedOn: '2021-02-04' },
);
const CLOSED = note(
  'facility-closed-in-2020',
  'opened in 2019, closed in 2020: counts at neither year’s plan base',
);
const TAKES_ITS_MEALS = note(
  'closed-site-takes-its-capacity',
  'nobody reports its portions as gone: they leave with the site',
);
const LEAVES_THE_AREA = note(
  'closed-guest-leaves-the-area',
  'a day centre stays under the same roof: the area of the site stays',
);

const SHARED_ROOF = site('310105008', '同址', 15_000);

const CHANGNING: readonly Facility[] = [
  {
    kind: 'DAY_CENTRE',
    site: site('310105006', '面积更正', 12_000),
    opened: '2020-09-14',
    trap: note('site-area-corrected', 'reported as 210.00 ㎡, corrected on 2021-02-17 to 120.00', {
      kind: 'corrected',
      first: { floorAreaM2: '210.00' },
      correctedOn: '2021-02-17',
    }),
  },
  { kind: 'SERVICE_STATION', site: site('310105004', '迟报', 3_000), opened: '2020-12-10', trap: LATE },
  { kind: 'ACTIVITY_ROOM', site: site('310105001', '重报', 6_000), opened: '2019-05-20', trap: OPENED_TWICE },
  {
    kind: 'SPORTS_HOME',
    site: site('310105009', '新址', 8_550),
    opened: '2017-09-11',
    relocated: {
      on: '2020-06-15',
      from: site('310105008', '旧址', 8_000),
      trap: note(
        'facility-relocated',
        'moves to another 街镇 and a larger site: the old area leaves, the new counts',
      ),
    },
  },
  { kind: 'DAY_CENTRE', site: SHARED_ROOF, opened: '2017-04-17' },
  {
    kind: 'MEAL_SITE',
    site: site('310105005', '客数更正', 4_000),
    opened: '2018-05-14',
    servings: [
      {
        on: '2018-05-14',
        mode: 'DINE_IN',
        delta: 90,
        trap: note('capacity-corrected', 'reported as 190 portions, corrected on 2021-02-19 to 90', {
          kind: 'corrected',
          first: { delta: 190, portionsPerDay: 190 },
          correctedOn: '2021-02-19',
        }),
      },
    ],
  },
  {
    kind: 'MEAL_SITE',
    site: site('310105002', '关停', 5_500),
    opened: '2019-03-11',
    closed: { on: '2020-06-30', trap: TAKES_ITS_MEALS },
    servings: [
      { on: '2019-03-11', mode: 'DINE_IN', delta: 80 },
      { on: '2019-10-14', mode: 'DELIVERY', delta: 25 },
    ],
  },
  {
    kind: 'MEAL_SITE',
    site: SHARED_ROOF,
    opened: '2019-04-15',
    closed: { on: '2020-09-30', trap: LEAVES_THE_AREA },
    servings: [{ on: '2019-04-15', mode: 'DINE_IN', delta: 60 }],
  },
  {
    kind: 'DAY_CENTRE',
    site: site('310105010', '关停', 7_000),
    opened: '2019-05-13',
    closed: { on: '2020-10-30', trap: CLOSED },
  },
  {
    kind: 'ACTIVITY_ROOM',
    site: site('310105011', '关停', 4_500),
    opened: '2019-06-17',
    closed: { on: '2020-03-31', trap: CLOSED },
  },
  {
    kind: 'SERVICE_STATION',
    site: site('310105005', '关停', 2_000),
    opened: '2019-09-16',
    closed: { on: '2020-11-30', trap: CLOSED },
  },
  {
    kind: 'ACTIVITY_ROOM',
    site: site('310105001', '测试', 9_900),
    opened: '2020-05-18',
    ineffective: true,
    trap: VOIDED,
  },
  {
    kind: 'MEAL_SITE',
    site: site('310105102', '新年', 7_000),
    opened: '2021-01-01',
    atMidnightUtc: true,
    trap: AT_MIDNIGHT,
    servings: [{ on: '2021-01-01', mode: 'DINE_IN', delta: 100, trap: AT_MIDNIGHT }],
  },
];

const QINGPU: readonly Facility[] = [
  {
    kind: 'INTEGRATED_CENTRE',
    site: site('310118001', '分中心', 200_000),
    opened: '2018-10-15',
    branchSince: {
      on: '2021-04-01',
      trap: note(
        'branch-from-2021',
        'flagged as a branch in 2021: thirteen centres without branches in 2020, twelve after',
      ),
    },
  },
  { kind: 'DAY_CENTRE', site: site('310118105', '迟报', 30_000), opened: '2020-12-08', trap: LATE },
  { kind: 'DAY_CENTRE', site: site('310118106', '重报', 25_000), opened: '2018-06-11', trap: OPENED_TWICE },
  {
    kind: 'ACTIVITY_ROOM',
    site: site('310118110', '关停', 18_000),
    opened: '2019-04-15',
    closed: { on: '2020-08-31', trap: CLOSED },
  },
  {
    kind: 'INTEGRATED_CENTRE',
    site: site('310118002', '测试', 99_000),
    opened: '2020-05-18',
    ineffective: true,
    trap: VOIDED,
  },
  {
    kind: 'ACTIVITY_ROOM',
    site: site('310118103', '新年', 15_000),
    opened: '2021-01-01',
    atMidnightUtc: true,
    trap: AT_MIDNIGHT,
  },
];

/** Facilities that carry a trap. All invented. */
export const DECLARED_FACILITIES: Readonly<Record<DistrictCode, readonly Facility[]>> = {
  '310105': CHANGNING,
  '310118': QINGPU,
};
