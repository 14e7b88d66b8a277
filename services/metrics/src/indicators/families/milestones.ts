import { BASE_DAY } from '../plans.js';
import type { Family } from './family.js';

/** The plan’s period is what the milestone stands in: nothing of it was there at the base. */
const DONE: Omit<Family<'property' | 'base'>, 'definition' | 'unit' | 'numerator'> = {
  decimals: 0,
  kind: 'MILE',
  property: 'text',
  breakdown: null,
  denominator: null,
  factor: 1,
  base: { asOf: BASE_DAY, published: '0', literal: '0' },
};

/** The name under which a district reports milestones of its plan. */
const CHANGNING_PLAN = 'chn-2021-2025';

/** n of the named milestones of 长宁’s plan are reported as completed. */
export const MILESTONES_COMPLETED = (...milestones: readonly string[]): Family<'property' | 'base'> => ({
  ...DONE,
  definition: {
    zh: '已报告完成并附依据的规划节点任务数，一项只计一次',
    en: 'Milestones of the plan reported as completed, with evidence; each once',
  },
  unit: '项',
  counts: { unit: '项', zh: '规划任务', en: 'milestones of the plan' },
  numerator: [{ measure: 'plan.milestones', where: { plan: [CHANGNING_PLAN], milestone: milestones } }],
});

export const CHILDREN_WARDS: Family<'property' | 'base'> = {
  ...DONE,
  definition: {
    zh: '在综合性福利院内设立的儿童部数',
    en: 'Children’s wards opened in welfare institutions',
  },
  unit: '个',
  counts: { unit: '个', zh: '儿童部', en: 'children’s wards' },
  numerator: [{ measure: 'child.wards' }],
};

export const BOUNDARIES_INSPECTED = (round: number): Family<'property' | 'base'> => ({
  ...DONE,
  definition: {
    zh: `第${round}轮联检无争议完成的界线数；全部已知界线完成即为本轮完成`,
    en: `Boundaries inspected without dispute in round ${round}; the round is done with the last boundary known`,
  },
  unit: '条',
  counts: { unit: '条', zh: '界线联检', en: 'boundaries to be inspected' },
  numerator: [{ measure: 'community.boundaries-inspected', where: { round: [String(round)] } }],
});
