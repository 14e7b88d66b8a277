import { dayOf, monthOf } from '@minhai/domain';
import type { Rules } from '../../contract.js';

/** A report of a month happens within it, by custom on its last day: otherwise it would count in another month. */
export const periodOfEvent = <Data extends { readonly period: string }>(): Rules<Data> => [
  {
    name: 'period-of-event',
    pointer: '/data/period',
    zh: '月份与事件时间同月',
    en: 'the month is that of the event',
    holds: ({ data, time }) => data.period === monthOf(dayOf(time)),
  },
];

/** A report of a month by street, or by district where the source does not split it. */
export const monthByRegion = <
  Data extends { readonly period: string; readonly region: string },
>(): Rules<Data> => [
  {
    name: 'region-of-envelope',
    pointer: '/data/region',
    zh: '地区与信封中的街镇（无街镇时为区）一致',
    en: 'the region is the street of the envelope, or its district when it names no street',
    holds: ({ data, regionId, streetId }) => data.region === (streetId ?? regionId),
  },
  ...periodOfEvent<Data>(),
];
