import { COUNT, type Family } from './family.js';

export const CHILD_WELFARE_SOCIAL_WORKERS: Family = {
  ...COUNT,
  definition: {
    zh: '期末持有效社会工作者职业资格证书且在岗的儿童福利工作者人数（一人多证只计一次）',
    en: 'Persons in child-welfare posts with a social-work certificate in force at the date; one person counts once',
  },
  unit: '人',
  kind: 'STOCK',
  numerator: [{ measure: 'child.welfare-workers' }],
};
