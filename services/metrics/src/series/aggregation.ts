import type { Titles } from '@minhai/facts';
import { RefusedError } from '@minhai/errors';
import type { IndicatorDefinition, IndicatorKind } from '../indicators/definition.js';

export const AGGREGATES = ['last', 'sum', 'mean'] as const;
/** The value at the end of a period, what falls into it, or the mean of its days. */
export type Aggregate = (typeof AGGREGATES)[number];

/** What is put together: the days of a period, or the regions of an answer. */
export type Over = 'periods' | 'regions';

type Kind = 'stock' | 'flow' | 'ratio';

const KINDS: Readonly<Record<IndicatorKind, Kind>> = {
  STOCK: 'stock',
  CUM: 'stock',
  MILE: 'stock',
  'FLOW-Y': 'flow',
  'FLOW-P': 'flow',
  RATIO: 'ratio',
  COVER: 'ratio',
  SURVEY: 'ratio',
};

const RATIO_OF_REGIONS: Titles = {
  zh: '比率不可跨区相加或平均：请用各区的分子、分母（numerator、denominator）分别相加后再相除一次',
  en: 'ratios of regions are neither added nor averaged: add their numerators and their denominators and divide once',
};

const RATIO_OVER_TIME: Titles = {
  zh: '比率不可跨期相加或平均：请用 aggregate=last，各点均给出分子、分母',
  en: 'a ratio is neither added nor averaged over time: ask for aggregate=last; every point has numerator and denominator',
};

const STOCK_OVER_TIME: Titles = {
  zh: '存量不可跨期相加（同一张床位会被数多次）：请用 aggregate=last（期末值）或 mean（逐日平均）',
  en: 'a stock is not added over time, the same bed would count again every day: ask for aggregate=last (value at the end) or mean (of its days)',
};

const MEAN_OF_FLOW: Titles = {
  zh: '流量没有期内平均：请用 aggregate=sum（期内发生额），再除以期数',
  en: 'a flow has no mean within a period: ask for aggregate=sum and divide by the number of periods',
};

const LAST_OF_REGIONS: Titles = {
  zh: '跨区只有 sum：各区的期末值见 indicators',
  en: 'over regions there is only sum; the value of each stands under indicators',
};

/** What is refused, by what is put together and the kind of the figure; all else is allowed. */
const REFUSED: Readonly<Record<Over, Readonly<Record<Kind, Partial<Record<Aggregate, Titles>>>>>> = {
  periods: {
    stock: { sum: STOCK_OVER_TIME },
    flow: { mean: MEAN_OF_FLOW },
    ratio: { sum: RATIO_OVER_TIME, mean: RATIO_OVER_TIME },
  },
  regions: {
    stock: { mean: LAST_OF_REGIONS, last: LAST_OF_REGIONS },
    flow: { mean: LAST_OF_REGIONS, last: LAST_OF_REGIONS },
    ratio: { sum: RATIO_OF_REGIONS, mean: RATIO_OF_REGIONS, last: LAST_OF_REGIONS },
  },
};

/** Why a figure of this kind is not put together that way, and what to ask for instead; null where it may be. */
export const objectionTo = (aggregate: Aggregate, kind: IndicatorKind, over: Over): Titles | null =>
  REFUSED[over][KINDS[kind]][aggregate] ?? null;

/** Throws RefusedError 422 AGGREGATE with the reason in both languages. */
export function requireAggregate(
  aggregate: Aggregate,
  { id, kind }: Pick<IndicatorDefinition, 'id' | 'kind'>,
  over: Over,
): void {
  const objection = objectionTo(aggregate, kind, over);
  if (!objection) return;
  throw new RefusedError(422, 'AGGREGATE', `${id} (${kind}): ${objection.en}`, {
    reason: objection,
    problems: [{ code: 'AGGREGATE', pointer: '/aggregate', message: objection.en }],
  });
}

/** How the points of a series are to be read. */
export function readingOf(kind: IndicatorKind, aggregate: Aggregate): Titles {
  if (aggregate === 'sum')
    return {
      zh: '期内发生额；各期互不重叠，可以相加',
      en: 'what falls into the period; periods do not overlap and may be added',
    };
  if (aggregate === 'mean')
    return {
      zh: '期内逐日平均：各日之和 ÷ 天数',
      en: 'mean of the days of the period: their sum ÷ their number',
    };
  return LAST_READINGS[kind];
}

const AT_END: Titles = { zh: '期末值', en: 'value at the end of the period' };

const LAST_READINGS: Readonly<Record<IndicatorKind, Titles>> = {
  STOCK: AT_END,
  MILE: AT_END,
  CUM: { zh: '截至期末累计，不冲减', en: 'counted up to the end of the period, never taken back' },
  'FLOW-Y': { zh: '当年1月1日至期末累计', en: 'sum from 1 January of its year to the end of the period' },
  'FLOW-P': {
    zh: '五年规划期首日至期末累计',
    en: 'sum from the first day of the five-year plan to the end of the period',
  },
  RATIO: {
    zh: '期末值；由流量构成的，分子、分母均为当年累计',
    en: 'value at the end of the period; where it is made of flows, both sums count from 1 January',
  },
  SURVEY: {
    zh: '满意数 ÷ 有效答卷数，截至期末',
    en: 'satisfied ÷ valid answers, up to the end of the period',
  },
  COVER: {
    zh: '期末覆盖的街镇数 ÷ 期末街镇数',
    en: '街镇 covered at the end of the period ÷ 街镇 that stand then',
  },
};
