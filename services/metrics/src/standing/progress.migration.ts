import { sqlMigration } from '@minhai/postgres';

export const PROGRESS_COLUMNS: Readonly<Record<string, string>> = {
  indicator_id: '指标编号 · gold.indicator.id',
  period_end: '月末日 · last day of the month',
  value: '指标值；空为无法计算 · value at that day; null when it cannot be computed',
  base: '规划公布的基准值 · base as published; null when the plan prints none',
  target:
    '目标值；所依据的数据未公布时为空 · target; null without one, or while what it is a share of is not published',
  target_day: '目标日期 · last day of the target year',
  completion:
    '完成程度（0至1） · share of the way from base to target, 0 to 1; null before the base, without value or target',
  status:
    '状态 · on-track, behind, missed, met, met-at-base (基期已达), maintain (保持), no-base (无基期); null where nothing can be judged',
  breach:
    '是否违反约束性指标 · a binding target is missed, or a binding figure fell below what is to be maintained',
  breach_zh: '违反原因（中文） · reason of the breach, in Chinese',
  breach_en: '违反原因（英文） · reason of the breach, in English',
  months_left: '距目标日的月数 · months left to the target day',
  missing: '尚缺数量（计数单位） · still missing, in counted_unit at the present denominator, rounded up',
  required_per_month:
    '所需进度（每月，指标单位） · required pace a month, in the unit of the indicator; null once the time is over',
  required_per_year: '所需进度（每年，指标单位） · required pace a year, in the unit of the indicator',
  actual_per_month: '实际进度（近12个月，每月） · pace of the last 12 months, a month',
  actual_per_year:
    '实际进度（近12个月） · change of the last 12 months; what they added where the target is over a period',
  projected: '按近12个月进度的目标日预测值 · value at the target day at the pace of the last 12 months',
  shortfall:
    '按此进度目标日的缺口（计数单位） · what will be missing at the target day at that pace, in counted_unit',
  never: '照此进度永远达不到 · something is missing and the pace is nothing or backwards',
  counted_unit: '计数单位 · unit of missing and shortfall',
  counted_zh: '所计对象（中文） · what is counted, in Chinese',
  counted_en: '所计对象（英文） · what is counted, in English',
  summary_zh: '一句话现状（中文） · where it stands in a sentence, in Chinese',
  summary_en: '一句话现状（英文） · where it stands in a sentence, in English',
};

/** Where each plan stands, at every month end; and the values by month, quarter and year. */
export const CreateProgress = sqlMigration(
  'CreateProgress',
  1_790_000_510_000,
  [
    `CREATE TABLE gold.indicator_progress (
       indicator_id text COLLATE "C" NOT NULL,
       period_end date NOT NULL,
       value numeric,
       base numeric,
       target numeric,
       target_day date,
       completion numeric,
       status text,
       breach boolean NOT NULL,
       breach_zh text,
       breach_en text,
       months_left numeric,
       missing numeric,
       required_per_month numeric,
       required_per_year numeric,
       actual_per_month numeric,
       actual_per_year numeric,
       projected numeric,
       shortfall numeric,
       never boolean NOT NULL,
       counted_unit text,
       counted_zh text,
       counted_en text,
       summary_zh text,
       summary_en text,
       PRIMARY KEY (indicator_id, period_end)
     )`,
    `COMMENT ON TABLE gold.indicator_progress IS '指标进展（全区，每月末，按目前所知） · where each indicator stands at month ends, for the district, as known now'`,
    ...Object.entries(PROGRESS_COLUMNS).map(
      ([column, text]) => `COMMENT ON COLUMN gold.indicator_progress.${column} IS '${text}'`,
    ),
    `GRANT SELECT, INSERT, UPDATE, DELETE ON gold.indicator_progress TO minhai_metrics`,
    `GRANT SELECT ON gold.indicator_progress TO analyst`,
  ],
  [`DROP TABLE gold.indicator_progress`],
);
