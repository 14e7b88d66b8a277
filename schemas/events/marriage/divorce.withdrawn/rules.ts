import {
  addDays,
  dayOf,
  divorcePeriod,
  isDivorceDeemedWithdrawn,
  workingDayAfter,
  type PeriodEnd,
} from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { MarriageDivorceWithdrawn } from '../../../payloads.generated.js';

/** Civil Code art. 203; undefined past the known calendar, where nobody can call a withdrawal late. */
const firstWorkingDayFrom = (day: string): string | undefined => workingDayAfter(addDays(day, -1), 1);
const prolong: PeriodEnd = (lastDay) => firstWorkingDayFrom(lastDay) ?? '2999-12-31';

/**
 * Each limit is read the way that refuses less: a party may come until the last day as prolonged over holidays, and an
 * application may count as withdrawn from day 61 as plainly counted.
 */
export const rules: Rules<MarriageDivorceWithdrawn> = [
  {
    name: 'filed-before-withdrawal',
    pointer: '/data/filedOn',
    zh: '撤回不早于受理',
    en: 'an application is not withdrawn before it is filed',
    holds: ({ data, time }) => dayOf(time) >= data.filedOn,
  },
  {
    name: 'party-within-30-days',
    pointer: '/data/by',
    zh: '一方撤回须在受理之日起三十日内（期满日为节假日的顺延）',
    en: 'a party withdraws within 30 days of filing, prolonged over a holiday at the end',
    holds: ({ data, time }) =>
      data.by === 'DEEMED' || dayOf(time) <= divorcePeriod(data.filedOn, prolong).withdrawableTo,
  },
  {
    name: 'deemed-after-60-days',
    pointer: '/data/by',
    zh: '受理之日起六十日后方视为撤回',
    en: 'an application is deemed withdrawn after day 60',
    // Before its filing is the rule above; one mistake is told once.
    holds: ({ data, time }) => {
      const day = dayOf(time);
      return data.by !== 'DEEMED' || day < data.filedOn || isDivorceDeemedWithdrawn(data.filedOn, day);
    },
  },
];
