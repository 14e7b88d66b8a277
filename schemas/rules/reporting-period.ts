import { dayOf, monthOf } from '@minhai/domain';
import type { Rule } from '../contract.js';

/** A monthly figure is about the month in which its event took effect; otherwise it would be counted in another one. */
export const eventInPeriod: Rule<{ readonly period: string }> = {
  name: 'event-in-period',
  pointer: '/data/period',
  zh: '事件时间在统计月份之内',
  en: 'the time of the event lies in the month reported',
  holds: ({ data, time }) => monthOf(dayOf(time)) === data.period,
};
