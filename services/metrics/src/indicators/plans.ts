import type { Source } from './definition.js';

export const CHANGNING = '310105';
export const QINGPU = '310118';

/** Both plans say only “2020年”; stocks are read at its last day. */
export const BASE_DAY = '2020-12-31';

export const changningPlan = (section: string, quote: string): Source => ({
  document: '长宁区民政事业发展“十四五”规划',
  section,
  quote,
});

export const qingpuPlan = (section: string, quote: string): Source => ({
  document: '青浦区民政事业发展“十四五”规划',
  section,
  quote,
});
