import { dayOf, lastDayOfMonth, monthOf } from '@minhai/domain';
import type { Rules } from './contract.js';

interface ReportedFigures {
  readonly region: string;
  readonly period: string;
}

/**
 * A figure of a month (`*.reported`) belongs to one place and one month: the street of the envelope or, without one,
 * the whole district; event time lies in the month, so that figures fall where single events would.
 */
export function reportedRules<Data extends ReportedFigures>(): Rules<Data> {
  return [
    {
      name: 'region-of-envelope',
      pointer: '/data/region',
      zh: '所属地区为信封中的街镇；无街镇时为信封中的区',
      en: 'the region is the street of the envelope or, without one, its district',
      holds: ({ data, regionId, streetId }) => data.region === (streetId ?? regionId),
    },
    {
      name: 'period-of-event',
      pointer: '/data/period',
      zh: '统计月份为事件时间所在月份',
      en: 'the period is the month of the event',
      holds: ({ data, time }) => data.period === monthOf(dayOf(time)),
    },
  ];
}

/** A stock counts what there is at the end of its month: event time is the month's last day. */
export function reportedStockRules<Data extends ReportedFigures>(): Rules<Data> {
  return [
    ...reportedRules<Data>(),
    {
      name: 'as-of-last-day',
      pointer: '/time',
      zh: '存量按月末日统计，事件时间为当月最后一日',
      en: 'a stock is counted on the last day of its month',
      holds: ({ time }) => dayOf(time) === lastDayOfMonth(monthOf(dayOf(time))),
    },
  ];
}

/** Money of a month goes to persons. */
export function amountNeedsPersons<
  Data extends { readonly persons: number; readonly amountFen: number },
>(): Rules<Data> {
  return [
    {
      name: 'amount-needs-persons',
      pointer: '/data/amountFen',
      zh: '有金额必有人数',
      en: 'an amount has persons who received it',
      holds: ({ data }) => data.amountFen === 0 || data.persons > 0,
    },
  ];
}

interface ReportedPersons {
  readonly households: number | null;
  readonly persons: number;
  readonly personTimes: number;
  readonly amountFen: number;
}

/** Households hold at least a person each, and who was helped was helped at least once. */
export function reportedPersonsRules<Data extends ReportedPersons>(): Rules<Data> {
  return [
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
    ...amountNeedsPersons<Data>(),
  ];
}
