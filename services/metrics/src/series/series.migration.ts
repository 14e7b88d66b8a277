import { sqlMigration } from '@minhai/postgres';

/** The last month that something moved in stands for the end of its quarter and year: nothing moved after it. */
const lastOf = (
  grain: 'quarter' | 'year',
): string => `SELECT DISTINCT ON (v.indicator_id, v.region, date_trunc('${grain}', v.period_end))
    v.indicator_id, v.region, '${grain}'::text AS grain,
    (date_trunc('${grain}', v.period_end) + interval '${grain === 'quarter' ? '3 months' : '1 year'}')::date - 1 AS period_end,
    v.value, v.numerator, v.denominator
  FROM gold.indicator_value v
  ORDER BY v.indicator_id, v.region, date_trunc('${grain}', v.period_end), v.period_end DESC`;

const COLUMNS: Readonly<Record<string, string>> = {
  indicator_id: '指标编号 · gold.indicator.id',
  region: '区或街镇代码 · district, 街镇 or unknown',
  grain: '粒度 · month, quarter or year',
  period_end: '期末日 · last day of the month, quarter or year',
  value:
    '期末值；年度流量为当年累计，规划期流量为规划期累计 · value at the end of the period; a yearly flow counts from January, a flow over the plan from its first year',
  numerator: '分子 · numerator',
  denominator: '分母；无则为空 · denominator; null when there is none',
};

/** gold.indicator_value by month, quarter and year. */
export const CreateSeries = sqlMigration(
  'CreateSeries',
  1_790_000_511_000,
  [
    `CREATE VIEW gold.indicator_series AS
     SELECT v.indicator_id, v.region, 'month'::text AS grain, v.period_end, v.value, v.numerator, v.denominator
     FROM gold.indicator_value v
     UNION ALL (${lastOf('quarter')})
     UNION ALL (${lastOf('year')})`,
    `COMMENT ON VIEW gold.indicator_series IS '指标时间序列（月、季、年末值；存量不可跨期相加） · indicators by month, quarter and year, each at its end; never add a stock over periods'`,
    ...Object.entries(COLUMNS).map(
      ([column, text]) => `COMMENT ON COLUMN gold.indicator_series.${column} IS '${text}'`,
    ),
    `GRANT SELECT ON gold.indicator_series TO analyst, minhai_metrics`,
  ],
  [`DROP VIEW gold.indicator_series`],
);
