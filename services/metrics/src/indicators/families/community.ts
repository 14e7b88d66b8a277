import { COUNT, type Family } from './family.js';
import { DISTRICT_POPULATION } from './population.js';

export const COMMUNITY_WORKER_CERTIFIED_SHARE: Family = {
  definition: {
    zh: '持社会工作职业水平证书的在岗社区工作者数 ÷ 在岗社区工作者总数 × 100（一人只计一次；离职不计）',
    en: 'Community workers in post with a professional certificate ÷ all in post × 100; a person once, leavers not',
  },
  unit: '%',
  counts: { unit: '名', zh: '持证社区工作者', en: 'certified community workers' },
  decimals: 1,
  kind: 'RATIO',
  breakdown: 'street',
  numerator: [{ measure: 'community.workers', where: { certified: ['true'] } }],
  denominator: [{ measure: 'community.workers' }],
  factor: 100,
};

/** Where a 街镇 reports, single households and the rest come to its figure; reports of other levels repeat it. */
export const COMMUNITY_CLOUD_HOUSEHOLD_SHARE: Family = {
  definition: {
    zh: '注册社区云居社互动平台的家庭数（逐户登记，加街镇月报超出逐户登记的部分）÷ 全区家庭总数（人口普查家庭户）× 100',
    en: 'Households on the community cloud (one by one, plus what 街镇 report by the month beyond them) ÷ family households of the census × 100',
  },
  unit: '%',
  counts: { unit: '户', zh: '注册社区云家庭', en: 'households on the community cloud' },
  decimals: 2,
  kind: 'RATIO',
  breakdown: null,
  numerator: [{ measure: 'community.cloud-households' }, { measure: 'community.cloud-households-beyond' }],
  denominator: [DISTRICT_POPULATION('FAMILY_HOUSEHOLDS')],
  factor: 100,
};

export const CERTIFIED_SOCIAL_WORKERS: Family = {
  ...COUNT,
  definition: {
    zh: '持社会工作者职业水平证书和相关证书的人数（一人只计一次）',
    en: 'Persons holding a professional certificate of social work or a related one; a person once',
  },
  unit: '人',
  kind: 'STOCK',
  numerator: [{ measure: 'community.certified-social-workers' }],
};

export const GUEST_HALLS: Family = {
  ...COUNT,
  definition: { zh: '期末在用的睦邻客堂间数', en: 'Neighbourhood guest halls in use at the date' },
  unit: '家',
  kind: 'STOCK',
  numerator: [{ measure: 'community.guest-halls' }],
};

export const DEMONSTRATION_GUEST_HALLS: Family = {
  ...GUEST_HALLS,
  definition: { zh: '期末在用的示范村组睦邻客堂间数', en: 'Demonstration guest halls in use at the date' },
  numerator: [{ measure: 'community.guest-halls', where: { demonstration: ['true'] } }],
};
