import type { BusinessDay } from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import { compareTo } from '../evaluate/quotient.js';
import { decimal } from '../evaluate/standing.js';
import { inChinese, inEnglish } from './counted.js';
import type { Outlook, OutlookQuestion } from './outlook.js';

export interface Summarised extends OutlookQuestion {
  readonly outlook: Outlook;
  /** Null while value or target is unknown. */
  readonly reached: boolean | null;
}

/** What anybody asks: how many are short, by when, at what pace. Null without a target. */
export function summaryOf(summarised: Summarised): Titles | null {
  const { target, reached, asOf, outlook, indicator } = summarised;
  if (!target) return null;
  if (target.value === null) return TARGET_UNKNOWN;
  if (reached === null) return VALUE_UNKNOWN;
  if (indicator.base && asOf < indicator.base.asOf) return beforeBase(indicator.base.asOf);
  if (!reached && isAbove(summarised)) return ABOVE;
  if (asOf >= outlook.targetDay!) return afterwards(summarised);
  return reached ? whileReached(outlook) : whileMissing(outlook);
}

const TARGET_UNKNOWN: Titles = {
  zh: '目标所依据的数据尚未公布',
  en: 'the target depends on a figure that is not published yet',
};

const VALUE_UNKNOWN: Titles = {
  zh: '分母为零或尚未公布，无法计算',
  en: 'no value: its denominator is nothing or not published yet',
};

const ABOVE: Titles = { zh: '已超过目标上限', en: 'above the upper end of the target' };

const beforeBase = (day: BusinessDay): Titles => ({
  zh: `早于基期（${day}），不作评判`,
  en: `before the base of the plan (${day}): not judged`,
});

/** Above a range or an exact figure. */
function isAbove({ target, measured }: Summarised): boolean {
  if (target!.comparator !== 'range' && target!.comparator !== 'eq') return false;
  return compareTo(measured, decimal(target!.upper ?? target!.value!))! > 0;
}

function afterwards({ reached, asOf, outlook }: Summarised): Titles {
  const { targetDay, missing } = outlook;
  const at = asOf === targetDay ? targetDay : asOf;
  return reached
    ? { zh: `目标已达到（${at}）`, en: `target reached (${at})` }
    : {
        zh: `期限已到，${at} 仍差 ${inChinese(missing!)}`,
        en: `missed: ${inEnglish(missing!)} short on ${at}`,
      };
}

const isNothing = (amount: string): boolean => /^0(?:\.0+)?$/.test(amount);

function whileReached({ targetDay, shortfall }: Outlook): Titles {
  if (!shortfall || isNothing(shortfall.amount)) return { zh: '目标已达到', en: 'target reached' };
  return {
    zh: `目前已达到，但按近12个月进度，到${targetDay} 将差 ${inChinese(shortfall)}`,
    en: `reached now, but ${inEnglish(shortfall)} short by ${targetDay} at the pace of the last 12 months`,
  };
}

function whileMissing({ targetDay, missing, shortfall, never }: Outlook): Titles {
  if (!shortfall)
    return {
      zh: `还差 ${inChinese(missing!)}；没有近12个月进度可比`,
      en: `${inEnglish(missing!)} still missing; no pace of the last 12 months to go by`,
    };
  if (isNothing(shortfall.amount))
    return {
      zh: `按近12个月进度，到${targetDay} 可达到目标（目前差 ${inChinese(missing!)}）`,
      en: `reached by ${targetDay} at the pace of the last 12 months; ${inEnglish(missing!)} still missing`,
    };
  return {
    zh: `按近12个月进度，到${targetDay} 还差 ${inChinese(shortfall)}${never ? '，照此永远达不到' : ''}`,
    en: `${inEnglish(shortfall)} short by ${targetDay} at the pace of the last 12 months${never ? '; at this pace never' : ''}`,
  };
}
