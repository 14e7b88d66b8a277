import type { BusinessDay } from '../time/business-day.js';
import { workingDayAfter } from './working-day.js';

/**
 * Clocks in working days. CREDIT_LISTING: 社会组织信用信息管理办法 (民政部令第60号, 2018), entry into the abnormal list.
 * The other three: 政务数据共享条例 (State Council Order 809, in force 2025-08-01), believed to be so and not checked
 * against its text, so configuration.
 */
export const WORKING_DAY_CLOCKS = {
  CREDIT_LISTING: 5,
  SHARING_REPLY: 10,
  SHARING_PROVISION: 20,
  SHARING_RECHECK: 10,
} as const;
export type WorkingDayClock = keyof typeof WORKING_DAY_CLOCKS;

/**
 * Last day of a clock that starts on a day (which does not count), or undefined when it ends in a year whose calendar
 * is not published yet: nothing can be called late against a deadline nobody knows.
 */
export const deadlineOf = (
  clock: WorkingDayClock,
  startedOn: BusinessDay,
  workingDays: number = WORKING_DAY_CLOCKS[clock],
): BusinessDay | undefined => workingDayAfter(startedOn, workingDays);
