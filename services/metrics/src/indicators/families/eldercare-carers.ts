import { type Family, SHARE } from './family.js';

export const CARER_CERTIFIED_SHARE: Family<'names'> = {
  ...SHARE,
  names: { zh: '养老护理员持技能等级证率', en: 'carers holding a skill-level certificate' },
  counts: { unit: '名', zh: '持证养老护理员', en: 'certified carers' },
  definition: {
    zh: '持有效技能等级证的在职养老护理员数 ÷ 在职养老护理员总数 × 100（一人多证、多处任职均只计一次；离职、证书失效不计）',
    en: 'Active carers with a certificate in force ÷ active carers × 100; a person counts once whatever the number of certificates or employers; who left or whose certificate ended does not count',
  },
  numerator: [
    {
      measure: 'eldercare.carers',
      where: { level: ['LEVEL_5', 'LEVEL_4', 'LEVEL_3', 'LEVEL_2', 'LEVEL_1'] },
    },
  ],
  denominator: [{ measure: 'eldercare.carers' }],
};

export const CARER_PREJOB_TRAINING: Family<'names'> = {
  ...SHARE,
  names: { zh: '护理员岗前培训率', en: 'carers trained before their first work day' },
  counts: { unit: '名', zh: '岗前受训护理员', en: 'carers trained before their first work day' },
  definition: {
    zh: '当年新上岗护理员中在首个工作日（含）前完成岗前培训的人数 ÷ 当年新上岗护理员数 × 100',
    en: 'Carers hired in the year who completed pre-job training by their first work day ÷ carers hired in the year × 100',
  },
  numerator: [{ measure: 'eldercare.carers-hired', where: { preJobTraining: ['YES'] } }],
  denominator: [{ measure: 'eldercare.carers-hired' }],
};
