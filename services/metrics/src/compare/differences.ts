import type { Titles } from '@minhai/facts';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** What makes a figure what it is; where all of it agrees, two figures are one, of two districts. */
const FORMULA = ['unit', 'kind', 'numerator', 'denominator', 'factor', 'divisor'] as const;

const TITLES: Readonly<Record<(typeof FORMULA)[number], Titles>> = {
  unit: { zh: '单位', en: 'unit' },
  kind: { zh: '类型', en: 'kind' },
  numerator: { zh: '分子口径', en: 'numerator' },
  denominator: { zh: '分母口径', en: 'denominator' },
  factor: { zh: '系数', en: 'factor' },
  divisor: { zh: '换算', en: 'divisor' },
};

export type Difference = (typeof FORMULA)[number];

/** Where the formulas of two indicators differ; empty: they are comparable. */
export const differencesOf = (a: IndicatorDefinition, b: IndicatorDefinition): Difference[] =>
  FORMULA.filter((part) => JSON.stringify(a[part] ?? null) !== JSON.stringify(b[part] ?? null));

/** For two that nobody described as a pair. */
export const noteOf = (differences: readonly Difference[]): Titles | null =>
  differences.length === 0
    ? null
    : {
        zh: `不可比：${differences.map((part) => TITLES[part].zh).join('、')}不同`,
        en: `Not comparable: ${differences.map((part) => TITLES[part].en).join(', ')} differ`,
      };
