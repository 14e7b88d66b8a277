import type { GeneratedObject } from '@minhai/postgres';
import { commentsOn } from './comment-sql.js';
import { EDITION_COMMENTS } from './edition-comments.js';

const INDICATOR = {
  id: '指标编号 · id of the indicator',
  version: '定义版本 · version of the definition',
  valid_from: '该版本生效首日 · first day on which this version is in force',
  district: '区划代码（6位） · GB/T 2260, 6 digits',
  ordinal: '规划指标表序号 · position in the plan’s table',
  name_zh: '名称（中文） · name, in Chinese',
  name_en: '名称（英文） · name, in English',
  definition_zh: '定义（中文） · definition, in Chinese',
  definition_en: '定义（英文） · definition, in English',
  unit: '单位 · unit of the value',
  decimals: '小数位数 · decimals of the value',
  kind: '类别：存量、流量、比率等 · how it is counted: stock, yearly flow, flow over the plan, share',
  property: '属性：约束性、预期性、正文、无 · binding, expected, text (in the plan’s text) or none',
  breakdown: '是否分街镇 · street when there are values of every 街镇; null otherwise',
  numerator: '分子：度量与维度 · measures and dims that count, joined with gold.measure',
  denominator: '分母；无则为空 · the same for the denominator; null when there is none',
  factor: '乘数 · value = numerator × factor ÷ (denominator × divisor)',
  divisor: '单位换算除数 · value = numerator × factor ÷ (denominator × divisor)',
  base_as_of: '基准日 · day of the base',
  base_published: '规划公布的基准值 · base as published, as a number',
  base_literal: '规划公布的基准值（原文） · base as printed',
  base_tolerance:
    '已声明的差异：允许偏差；空为须相等 · how far from the published figure is declared; null: it must be equal',
  base_mismatch_zh: '已声明的差异：原因（中文） · why the published figure cannot be met, in Chinese',
  base_mismatch_en: '已声明的差异：原因（英文） · why the published figure cannot be met, in English',
  target_literal: '规划目标（原文） · target as printed',
  target_comparator: '目标比较方式 · how value and target compare',
  target_value: '目标值 · target as a number; null without one, or when it is a share of something counted',
  target_of: '目标为某项度量的倍数：度量与系数 · measures and factor of a target that is a share of them',
  target_upper: '目标上限 · upper end of a target that is a range',
  target_year: '目标年份 · year whose last day is the target day',
  target_from_year: '规划期首年 · first year of a target over a period',
  target_to_year: '规划期末年 · last year of a target over a period',
  source_document: '依据文件 · document it is taken from',
  source_section: '依据章节 · section of the document',
  source_quote: '依据原文 · words of the document',
};

const INDICATOR_DEFINITION = {
  indicator_id: '指标编号 · gold.indicator.id',
  version: '定义版本 · version of the definition',
  digest: '定义的摘要（SHA-256） · SHA-256 of definition',
  definition: '定义（规范化 JSON） · the definition as canonical JSON',
  valid_from: '该版本生效首日 · first day on which this version is in force',
  adopted_by: '采用者；catalogue 为随程序发布 · who put it in force; catalogue: it came with the program',
  adopted_at: '采用时间 · when it was put in force',
};

/** Titles of what older migrations made, every column in both languages; a spec reads them back from PostgreSQL. */
export const goldComments: GeneratedObject = {
  name: 'gold.comments',
  create: [
    `COMMENT ON SCHEMA gold IS '数据团队使用的指标、事实与业务视图 · what data teams read: indicators, facts, findings, domain views';`,
    commentsOn('TABLE', 'indicator', '指标定义 · indicators of both plans, as data', INDICATOR),
    commentsOn(
      'TABLE',
      'indicator_definition',
      '指标定义全史：曾经生效的每一版 · every definition that was ever in force',
      INDICATOR_DEFINITION,
    ),
    ...EDITION_COMMENTS,
  ]
    .join('\n')
    .replace(/;$/, ''),
  drop: '',
};
