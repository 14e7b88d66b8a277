import type { Titles } from '@minhai/events';

/** Units of fields, for the publisher. A spec proves that every unit in use is described. */
export const UNITS: Readonly<Record<string, Titles>> = {
  bed: { zh: '张（床位）', en: 'beds' },
  call: { zh: '次（呼叫）', en: 'calls' },
  case: { zh: '件（例）', en: 'cases' },
  day: { zh: '天', en: 'days' },
  defect: { zh: '项（问题）', en: 'defects' },
  event: { zh: '起', en: 'events' },
  fen: { zh: '分（人民币，1 元 = 100 分）', en: 'fen (CNY 0.01)' },
  hour: { zh: '小时', en: 'hours' },
  household: { zh: '户', en: 'households' },
  km: { zh: '公里', en: 'km' },
  m2: { zh: '平方米', en: 'm²' },
  minute: { zh: '分钟', en: 'minutes' },
  month: { zh: '个月', en: 'months' },
  organisation: { zh: '家（组织）', en: 'organisations' },
  person: { zh: '人', en: 'persons' },
  'person or household': { zh: '人或户', en: 'persons or households' },
  'person-time': { zh: '人次', en: 'person-times' },
  plot: { zh: '穴', en: 'plots' },
  point: { zh: '分（评分）', en: 'points' },
  portion: { zh: '客（份）', en: 'portions' },
  second: { zh: '秒', en: 'seconds' },
  settlement: { zh: '笔（结算）', en: 'settlements' },
  visit: { zh: '次（走访）', en: 'visits' },
  year: { zh: '年', en: 'years' },
};
