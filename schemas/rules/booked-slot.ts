import { dayOf } from '@minhai/domain';
import type { Rule } from '../contract.js';

/** The hour is not compared: who comes without an appointment is booked into the slot that is running. */
export const slotNotPast: Rule<{ readonly slotOn: string }> = {
  name: 'slot-not-past',
  pointer: '/data/slotOn',
  zh: '预约日期不早于预约办理日',
  en: 'the day booked does not lie before the booking',
  holds: ({ data, time }) => data.slotOn >= dayOf(time),
};
