import { dayOf } from '@minhai/domain';
import type { Rule } from '../contract.js';

/** A date the type repeats in its payload is the day of the event: with two days nobody could say which one counts. */
export const dayOfEvent = <Field extends string>(
  field: Field,
  title: { readonly zh: string; readonly en: string },
): Rule<Readonly<Record<Field, string>>> => ({
  name: 'day-of-event',
  pointer: `/data/${field}`,
  zh: `${title.zh}与事件时间为同一日`,
  en: `${title.en} is the day of the event`,
  holds: ({ data, time }) => data[field] === dayOf(time),
});

/** A last day of validity does not lie before the event that begins it; null: without an end. */
export const endsAfterEvent: Rule<{ readonly validTo: string | null }> = {
  name: 'ends-after-event',
  pointer: '/data/validTo',
  zh: '有效期最后一日不早于事件时间所在日',
  en: 'the last day of validity does not lie before the event',
  holds: ({ data, time }) => data.validTo === null || data.validTo >= dayOf(time),
};
