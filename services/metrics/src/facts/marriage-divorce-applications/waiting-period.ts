import {
  type BusinessDay,
  type PeriodEnd,
  addDays,
  isDivorceDeemedWithdrawn,
  judgeDivorceRegistration,
  mayWithdrawDivorce,
  workingDayAfter,
} from '@minhai/domain';
import type { Divorce, Withdrawal } from './divorce-events.js';

/** Civil Code art. 203; past the known calendar nobody can call a day late. */
const prolong: PeriodEnd = (lastDay) => workingDayAfter(addDays(lastDay, -1), 1) ?? '2999-12-31';

/** What is wrong with the day of a withdrawal, by the day of filing that is on record. */
export function judgeWithdrawal({ day, data }: Withdrawal, filedOn: BusinessDay): string | undefined {
  if (data.by === 'DEEMED')
    return isDivorceDeemedWithdrawn(filedOn, day) ? undefined : 'deemed withdrawn before day 61';
  return mayWithdrawDivorce(filedOn, day, prolong) ? undefined : 'withdrawn after day 30';
}

/** What is wrong with the day of a registration. A divorce put on file was decided by a court and waits for nothing. */
export function judgeRegistration({ day, data }: Divorce, filedOn: BusinessDay): string | undefined {
  if (data.kind === 'JUDGMENT_FILED') return undefined;
  const verdict = judgeDivorceRegistration(filedOn, day, prolong);
  if (verdict === 'too-early') return 'divorced before day 31';
  return verdict === 'too-late' ? 'divorced after day 60' : undefined;
}
