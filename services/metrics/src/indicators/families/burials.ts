import type { Term } from '../definition.js';
import { type Family, SHARE } from './family.js';

const SMALL_IN_NEW_ZONES: Term = {
  measure: 'funeral.burials',
  where: { zone: ['NEW'], plot: ['SMALL'] },
};

const SMALL_PLOTS = {
  ...SHARE,
  counts: { unit: '例', zh: '小型墓安葬', en: 'burials in small plots' },
  numerator: [SMALL_IN_NEW_ZONES],
} as const;

/** C14: the name says share of new zones, so these are what it is divided by. */
export const SMALL_PLOT_SHARE_OF_NEW_ZONES: Family = {
  ...SMALL_PLOTS,
  definition: {
    zh: '当年度新开墓区单个墓位占地面积不大于0.6平方米的安葬量 ÷ 当年度新开墓区安葬量 × 100（0.60平方米计入）',
    en: 'Burials in plots of at most 0.60 m² in zones opened in the year ÷ burials in zones opened in the year × 100',
  },
  denominator: [{ measure: 'funeral.burials', where: { zone: ['NEW'] } }],
};

/** C14: the denominator as the plan prints it. */
export const SMALL_PLOT_SHARE_OF_ALL_BURIALS: Family = {
  ...SMALL_PLOTS,
  definition: {
    zh: '当年度新开墓区单个墓位占地面积不大于0.6平方米的安葬量 ÷ 当年度安葬量 × 100（规划原文口径）',
    en: 'Burials in plots of at most 0.60 m² in zones opened in the year ÷ all burials of the year × 100, as printed',
  },
  denominator: [{ measure: 'funeral.burials' }],
};
