import { dayOf, monthOf } from '@minhai/domain';
import type { Rule } from '../contract.js';

/** Event time is when a benefit begins or ends, so it lies in the first month concerned. */
export const fromMonthOfEvent: Rule<{ readonly fromMonth: string }> = {
  name: 'from-month-of-event',
  pointer: '/data/fromMonth',
  zh: '起始（停发）月份为事件时间所在月份',
  en: 'the first month concerned is the month of the event',
  holds: ({ data, time }) => data.fromMonth === monthOf(dayOf(time)),
};
