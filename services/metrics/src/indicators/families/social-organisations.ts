import type { Term } from '../definition.js';
import { COUNT, type Family, SHARE } from './family.js';
import { DISTRICT_POPULATION } from './population.js';

const REGISTERED: Term = { measure: 'socialorg.registered' };

export const SOCIAL_ORGANISATIONS: Family = {
  ...COUNT,
  definition: { zh: '期末登记在册的社会组织数', en: 'Social organisations in the register at the date' },
  unit: '家',
  kind: 'STOCK',
  numerator: [REGISTERED],
};

export const SOCIAL_ORGANISATIONS_EVER: Family = {
  ...COUNT,
  definition: {
    zh: '累计登记的社会组织数（注销、撤销后仍计入）',
    en: 'Social organisations ever registered; those deregistered since still count',
  },
  unit: '家',
  kind: 'CUM',
  numerator: [{ measure: 'socialorg.registered-ever' }],
};

export const SOCIAL_ORGANISATIONS_PER_10K_HUKOU: Family = {
  definition: {
    zh: '登记社会组织数 ÷ 户籍人口（万人）',
    en: 'Registered social organisations ÷ hukou population × 10 000',
  },
  unit: '个/万人',
  counts: { unit: '家', zh: '社会组织', en: 'social organisations' },
  decimals: 2,
  kind: 'RATIO',
  breakdown: null,
  numerator: [REGISTERED],
  denominator: [DISTRICT_POPULATION('HUKOU_POP')],
  factor: 10_000,
};

export const SHARE_RATED_3A: Family = {
  ...SHARE,
  definition: {
    zh: '期末持有有效3A及以上评估等级的社会组织数 ÷ 登记社会组织数 × 100（以最新有效等级为准）',
    en: 'Organisations whose newest rating in force is 3A or above ÷ registered organisations × 100',
  },
  counts: { unit: '家', zh: '3A级及以上社会组织', en: 'organisations rated 3A or above' },
  numerator: [{ measure: 'socialorg.rated-valid', where: { level: ['A3', 'A4', 'A5'] } }],
  denominator: [REGISTERED],
};

export const RATED_3A_EVER: Family = {
  ...COUNT,
  definition: {
    zh: '曾获3A及以上评估等级的社会组织数（到期、撤销、注销后仍计入）',
    en: 'Organisations ever rated 3A or above, counted once and never taken off',
  },
  unit: '家',
  kind: 'CUM',
  numerator: [{ measure: 'socialorg.rated-3a-ever' }],
};

export const PARTY_PRACTICE_POINTS: Family = {
  ...COUNT,
  definition: {
    zh: '累计创建的社会组织党建实践点数（每点计一次）',
    en: 'Party practice points of social organisations ever designated, each counted once',
  },
  unit: '家',
  kind: 'CUM',
  numerator: [{ measure: 'socialorg.party-points' }],
};

export const ASSOCIATIONS_DECOUPLED: Family = {
  ...COUNT,
  definition: {
    zh: '累计与行政机关完成脱钩的行业协会商会数（注销后仍计入）',
    en: 'Trade associations ever decoupled from the administration; those deregistered since still count',
  },
  unit: '家',
  kind: 'CUM',
  numerator: [{ measure: 'socialorg.decoupled' }],
};
