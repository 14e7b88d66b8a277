import type { EldercareFacilityKind } from '@minhai/schemas';
import type { Term } from '../definition.js';
import { COUNT, type Family, SHARE } from './family.js';
import { DISTRICT_POPULATION } from './population.js';

const FACILITIES = 'eldercare.facilities';
const AREA: Term = { measure: 'eldercare.facility-area' };

const OPEN = { ...COUNT, kind: 'STOCK' } as const;

/** Facilities of a kind that are open at the date; branches count unless left out by `where`. */
const openFacilities = (
  definition: Family<'divisor'>['definition'],
  unit: string,
  where: Readonly<Record<string, readonly string[]>> & { readonly kind: readonly EldercareFacilityKind[] },
): Family<'divisor'> => ({ ...OPEN, definition, unit, numerator: [{ measure: FACILITIES, where }] });

export const HOME_COMMUNITY_FACILITIES: Family<'divisor'> = {
  ...OPEN,
  definition: {
    zh: '期末开放的各类居家和社区养老服务设施数（同一场所的不同设施分别计数）',
    en: 'Home and community elder-care facilities of every kind open at the date; those under one roof count each',
  },
  unit: '个',
  numerator: [{ measure: FACILITIES }],
};

export const INTEGRATED_CENTRES = openFacilities(
  {
    zh: '期末开放的社区综合为老服务中心数（含分中心）',
    en: 'Integrated elder-service centres open at the date, branches included',
  },
  '家',
  { kind: ['INTEGRATED_CENTRE'] },
);

/** The stricter reading of the same row: the table names centres, the text adds “（分中心）”. */
export const INTEGRATED_CENTRES_WITHOUT_BRANCHES = openFacilities(
  {
    zh: '期末开放的社区综合为老服务中心数（不含分中心）',
    en: 'Integrated elder-service centres open at the date, branches left out',
  },
  '家',
  { kind: ['INTEGRATED_CENTRE'], branch: ['false'] },
);

export const MEAL_SITES = openFacilities(
  { zh: '期末开放的老年助餐场所数', en: 'Meal sites for the elderly open at the date' },
  '家',
  { kind: ['MEAL_SITE'] },
);

export const DAY_CENTRES = openFacilities(
  { zh: '期末开放的社区老年人日间服务中心数', en: 'Day-service centres open at the date' },
  '家',
  { kind: ['DAY_CENTRE'] },
);

export const STANDARD_ACTIVITY_ROOMS = openFacilities(
  {
    zh: '期末开放的市级标准化老年活动室数（设施级别为市级）',
    en: 'Activity rooms to the city’s standard (level: city) open at the date',
  },
  '个',
  { kind: ['ACTIVITY_ROOM'], level: ['CITY'] },
);

export const AREA_PER_1000_RESIDENTS: Family<'divisor'> = {
  definition: {
    zh: '社区居家养老服务设施建筑面积（㎡）÷ 常住人口（千人）；面积按场所计，同一场所只计一次',
    en: 'Floor area of community and home-care facilities in ㎡ ÷ resident population × 1 000; a site counts once',
  },
  unit: '平方米/千人',
  counts: {
    unit: '平方米',
    zh: '社区居家养老服务设施建筑面积',
    en: 'm² of community and home-care facilities',
  },
  decimals: 2,
  kind: 'RATIO',
  breakdown: null,
  numerator: [AREA],
  denominator: [DISTRICT_POPULATION('RESIDENT_POP')],
  factor: 1_000,
};

export const COMMUNITY_AREA: Family<'divisor'> = {
  definition: {
    zh: '综合为老服务中心、日间服务中心、助餐服务点、标准化老年活动室等社区养老服务建筑总面积；面积按场所计，同一场所只计一次',
    en: 'Floor area of integrated centres, day centres, meal sites, activity rooms and the like; a site counts once',
  },
  unit: '万平方米',
  counts: { unit: '平方米', zh: '社区养老服务设施建筑面积', en: 'm² of community facilities' },
  decimals: 2,
  kind: 'STOCK',
  breakdown: 'street',
  numerator: [AREA],
  denominator: null,
  factor: 1,
  divisor: 10_000,
};

export const MEAL_CAPACITY: Family<'divisor'> = {
  ...OPEN,
  definition: {
    zh: '期末开放的助餐场所每日可供餐份数（设计能力，堂食与送餐合计，非实际供餐份数）',
    en: 'Portions a day that open meal sites can serve, on site and delivered: a capacity, not meals served',
  },
  unit: '客/日',
  counts: { unit: '客/日', zh: '供客能力', en: 'portions a day' },
  numerator: [{ measure: 'eldercare.meal-capacity' }],
};

/** 长者照护之家 are institutions with beds of their own, not community facilities. */
export const ELDER_CARE_HOMES: Family<'divisor'> = {
  ...OPEN,
  definition: {
    zh: '期末运营的长者照护之家数（机构类别为长者照护之家）',
    en: 'Community care homes open at the date: institutions of that scope',
  },
  unit: '家',
  numerator: [{ measure: 'eldercare.institutions', where: { scope: ['CARE_HOME'] } }],
};

export const PROFESSIONAL_OPERATOR_SHARE: Family<'divisor'> = {
  ...SHARE,
  definition: {
    zh: '由专业社会主体运营的社区养老服务设施数 ÷ 社区养老服务设施总数 × 100',
    en: 'Community facilities run by professional organisations ÷ all community facilities × 100',
  },
  counts: {
    unit: '个',
    zh: '专业社会主体运营的养老服务设施',
    en: 'facilities run by professional organisations',
  },
  numerator: [{ measure: FACILITIES, where: { operatorType: ['PROFESSIONAL'] } }],
  denominator: [{ measure: FACILITIES }],
};
