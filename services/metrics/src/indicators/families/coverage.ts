import type { IndicatorDefinition, Term } from '../definition.js';
import type { Family } from './family.js';

/** 街镇 that stand at the date. */
const ALL_STREETS: Term = { measure: 'reference.divisions', where: { level: ['STREET'] } };

/** Covered 街镇 ÷ all 街镇 of the district × 100; by 街镇 the figure is 100 or 0. */
const coverage = (
  covered: Term,
  definition: IndicatorDefinition['definition'],
  denominator: Term = ALL_STREETS,
): Family => ({
  definition,
  unit: '%',
  counts: { unit: '个', zh: '街镇', en: '街镇' },
  decimals: 1,
  kind: 'COVER',
  breakdown: 'street',
  numerator: [covered],
  denominator: [denominator],
  factor: 100,
});

export const ASSISTIVE_RENTAL_COVERAGE = coverage(
  { measure: 'assistive.covered-streets' },
  {
    zh: '有康复辅助器具租赁服务实体点的街镇数 ÷ 全区街镇数 × 100（一个街镇有多个点只计一次）',
    en: '街镇 with a physical rental point for assistive devices ÷ 街镇 of the district × 100; several points count once',
  },
);

export const COMMUNITY_COMPLEX_COVERAGE = coverage(
  { measure: 'community.complex-covered-streets' },
  {
    zh: '有社区综合服务设施的街镇数 ÷ 全区街镇数 × 100（社区事务受理、党群服务等单项设施不计）',
    en: '街镇 with a comprehensive community facility ÷ 街镇 of the district × 100; centres of one purpose do not count',
  },
);

export const CHARITY_SHOP_COVERAGE = coverage(
  { measure: 'charity.shop-covered-streets' },
  {
    zh: '有慈善超市的街镇数 ÷ 全区街镇数 × 100（一个街镇有多家只计一次）',
    en: '街镇 with a charity shop ÷ 街镇 of the district × 100; several shops count once',
  },
);

export const CHILD_PROTECTION_STATION_COMPLIANCE = coverage(
  { measure: 'child.compliant-stations' },
  {
    zh: '规范达标的街镇未成年人保护机构数 ÷ 全区街镇数 × 100（每个街镇一个机构，未建立的街镇视为未达标）',
    en: 'Child-protection stations of 街镇 that meet the standard ÷ 街镇 of the district × 100; a 街镇 without one does not',
  },
);

export const DEMENTIA_FRIENDLY_COVERAGE = coverage(
  { measure: 'eldercare.designated-streets', where: { kind: ['DEMENTIA_FRIENDLY'] } },
  {
    zh: '建成老年认知障碍友好社区的街镇数 ÷ 全区街镇数 × 100',
    en: '街镇 designated as dementia-friendly ÷ 街镇 of the district × 100',
  },
);

export const SMART_HEALTH_STREET_COVERAGE = coverage(
  { measure: 'eldercare.designated-streets', where: { kind: ['SMART_HEALTH'] } },
  {
    zh: '获评全国智慧健康养老示范街道（乡镇）的街镇数 ÷ 全区街镇数 × 100',
    en: '街镇 designated as national demonstrations of smart health and elder care ÷ 街镇 of the district × 100',
  },
);

export const ELDERCARE_ADVISER_COVERAGE = coverage(
  { measure: 'eldercare.adviser-covered-streets', where: { level: ['STREET'] } },
  {
    zh: '有街镇级养老顾问点的街镇数 ÷ 全区街镇数 × 100（居村、机构顾问点不计）',
    en: '街镇 with an adviser point of their own ÷ 街镇 of the district × 100; points of villages and institutions do not count',
  },
);

/** Of institutions, not of 街镇: a ratio of two counts. */
export const MEDICAL_CONTRACT_COVERAGE: Family = {
  ...coverage(
    { measure: 'eldercare.contracted-institutions' },
    {
      zh: '已与医疗卫生机构签约（含内设、两院合一）的开放养老机构数 ÷ 开放养老机构总数 × 100',
      en: 'Open institutions with medical care by contract, within, or as one house ÷ open institutions × 100',
    },
    { measure: 'eldercare.institutions' },
  ),
  counts: { unit: '家', zh: '签约养老机构', en: 'institutions with medical care' },
  kind: 'RATIO',
};
