import { dayOf } from '@minhai/domain';
import type { Rule } from '../contract.js';

/** The catalogue lists a day of its own beside the event time; figures are counted by the latter, so both are the same. */
export const onEventDay = <Field extends string>(field: Field): Rule<Readonly<Record<Field, string>>> => ({
  name: 'on-event-day',
  pointer: `/data/${field}`,
  zh: '日期为事件时间所在日',
  en: 'the day is that of the event',
  holds: ({ data, time }) => data[field] === dayOf(time),
});

/** What takes effect with the event counts for that day at least; without an end it counts until further notice. */
export const endsAfterBegin: Rule<{ readonly validTo: string | null }> = {
  name: 'ends-after-begin',
  pointer: '/data/validTo',
  zh: '有效期止不早于事件日',
  en: 'nothing expires before the day of the event',
  holds: ({ data, time }) => data.validTo === null || data.validTo >= dayOf(time),
};
