import { dayOf, daysOfPeriod } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { StatValueReported } from '../../../payloads.generated.js';

/** Ids in the catalogue of indicators are longer than a key may be. */
const INDICATOR = /^[0-9A-Za-z][0-9A-Za-z-]{2,79}$/;

export const rules: Rules<StatValueReported> = [
  {
    name: 'indicator-form',
    pointer: '/data/indicator',
    zh: '指标编号为 3 至 80 位字母、数字或连字符',
    en: 'an indicator is named by 3 to 80 letters, digits or hyphens',
    holds: ({ data }) => INDICATOR.test(data.indicator),
  },
  {
    name: 'period-form',
    pointer: '/data/period',
    zh: '统计期为年、半年、季或月，如 2021、2021-H1、2021-Q3、2021-09',
    en: 'a period is a year, half-year, quarter or month: 2021, 2021-H1, 2021-Q3, 2021-09',
    holds: ({ data }) => daysOfPeriod(data.period) !== undefined,
  },
  {
    name: 'period-begun',
    pointer: '/data/period',
    zh: '登记时统计期已开始',
    en: 'the period has begun when its value is reported',
    holds: ({ data, recordedTime }) => {
      const days = daysOfPeriod(data.period);
      return days === undefined || days.first <= dayOf(recordedTime);
    },
  },
];
