import { COUNT, type Family, SHARE } from './family.js';
import { COUNTED_SCOPES } from './eldercare-beds.js';

const INSTITUTIONS = 'eldercare.institutions';

export const NURSING_HOMES_WITH_HOSPITAL: Family = {
  ...COUNT,
  definition: {
    zh: '期末开放的、设有护理院的养老机构数（以机构设立时登记的“内设护理院”为准）',
    en: 'Institutions open at the date that have a nursing hospital, as registered when they opened',
  },
  unit: '家',
  kind: 'STOCK',
  numerator: [{ measure: INSTITUTIONS, where: { nursingHospital: ['true'] } }],
};

/** The plan says “average” and leaves the period open; a date can be checked against the registers of that day. */
export const BED_OCCUPANCY: Family = {
  ...SHARE,
  counts: { unit: '张', zh: '入住床位', en: 'occupied beds' },
  definition: {
    zh: '期末已入住床位数 ÷ 期末养老床位数 × 100（时点数，全区加总后相除，不对各机构入住率求平均；不含家庭照护床位）',
    en: 'Beds taken by residents ÷ beds, both at the date: a point in time, summed over all institutions and divided once, no mean of their rates; beds in homes do not count',
  },
  numerator: [{ measure: 'eldercare.occupied-beds' }],
  denominator: [{ measure: 'eldercare.beds', where: { scope: COUNTED_SCOPES } }],
};

export const ROUND_THE_CLOCK_WATCH: Family = {
  ...SHARE,
  counts: { unit: '家', zh: '24小时安全自动值守的养老机构', en: 'institutions watched round the clock' },
  definition: {
    zh: '期末安全监控在线且24小时自动值守的开放养老机构数 ÷ 开放养老机构总数 × 100',
    en: 'Open institutions whose safety monitoring is online and watches round the clock ÷ open institutions × 100',
  },
  numerator: [{ measure: 'eldercare.monitored-institutions', where: { hours24: ['true'] } }],
  denominator: [{ measure: INSTITUTIONS }],
};

/** A brand belongs to no 街镇, so there is no breakdown. */
export const CHAIN_OPERATORS: Family = {
  definition: {
    zh: '期末在本区运营2个及以上场所的养老机构连锁品牌数（同一场所的机构只计一个场所；不含社区养老服务设施）',
    en: 'Brands that run institutions on at least two sites of the district at the date; community facilities do not count',
  },
  unit: '家',
  decimals: 0,
  kind: 'STOCK',
  breakdown: null,
  numerator: [{ measure: 'eldercare.chain-operators' }],
  denominator: null,
  factor: 1,
};

/** Lists change by the month, so months are what is summed. */
export const ELDER_VISIT_COVERAGE: Family = {
  ...SHARE,
  counts: { unit: '人次', zh: '按月探访的老年人', en: 'person-months visited' },
  definition: {
    zh: '当年各月被探访的老年人数（按月、按类别去重）之和 ÷ 当年各月在册应探访老年人数之和 × 100（无子女、高龄、独居）',
    en: 'Persons visited, each once a month and category ÷ persons listed, summed over the months of the year × 100: without children, oldest old, living alone',
  },
  numerator: [{ measure: 'eldercare.visited-persons' }],
  denominator: [{ measure: 'eldercare.visit-listed-persons' }],
};
