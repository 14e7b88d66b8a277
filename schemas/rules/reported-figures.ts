import { addDays, dayOf, monthOf } from '@minhai/domain';
import type { Rule, Rules } from '../contract.js';

/** A stock is what there is at the end of its month, so its event time is the month's last day. */
export const asOfLastDay: Rule<unknown> = {
  name: 'as-of-last-day',
  pointer: '/time',
  zh: '存量按月末日统计，事件时间为当月最后一日',
  en: 'a stock is counted on the last day of its month',
  holds: ({ time }) => monthOf(dayOf(time)) !== monthOf(addDays(dayOf(time), 1)),
};

export const amountNeedsPersons: Rule<{ readonly persons: number; readonly amountFen: number }> = {
  name: 'amount-needs-persons',
  pointer: '/data/amountFen',
  zh: '有金额必有人数',
  en: 'an amount has persons who received it',
  holds: ({ data }) => data.amountFen === 0 || data.persons > 0,
};

interface ReportedPersons {
  readonly households: number | null;
  readonly persons: number;
  readonly personTimes: number;
  readonly amountFen: number;
}

/** A household holds at least one person, and who was helped was helped at least once. */
export const reportedPersonsRules: Rules<ReportedPersons> = [
  {
    name: 'times-cover-persons',
    pointer: '/data/personTimes',
    zh: '人次不少于人数',
    en: 'every person counts at least one time',
    holds: ({ data }) => data.personTimes >= data.persons,
  },
  {
    name: 'persons-cover-households',
    pointer: '/data/households',
    zh: '户数不多于人数',
    en: 'there are no more households than persons',
    holds: ({ data }) => data.households === null || data.households <= data.persons,
  },
  amountNeedsPersons,
];
