import { sqlMigration } from '@minhai/postgres';

/** Entities of relief and marriage are households and persons: analysts see their figures, not their keys. */
const ENTITY = `CASE WHEN d.name LIKE 'assistance.%' OR d.name LIKE 'marriage.%' THEN NULL ELSE t.entity END AS entity`;

const FACT = `SELECT d.name AS fact, ${ENTITY}, t.measure, t.district, t.street, t.dims::jsonb AS dims, t.amount,
    t.valid_from, t.valid_until, t.known_from, t.known_until, t.causes
  FROM metrics.fact_row t JOIN metrics.fact_definition d ON d.fact = t.fact`;

const FINDING = `SELECT d.name AS fact, ${ENTITY}, t.rule, t.severity, t.district, t.street, t.detail::jsonb AS detail,
    t.known_from, t.known_until, t.causes
  FROM metrics.finding t JOIN metrics.fact_definition d ON d.fact = t.fact`;

const AXES = {
  known_from: '自登记时间起成立 · registration time from which it was held true',
  known_until: '自登记时间起不再成立 · registration time from which it no longer was; null while it is',
  causes: '依据的事件编号 · ids of the events it follows from',
  district: '区划代码（6位） · GB/T 2260',
  street: '街镇代码（9位）或 unknown · 9 digits or unknown',
  fact: '事实名称 · name of the fact',
  entity: '业务键；救助与婚姻不显示 · business key; hidden for relief and marriage',
};

const FACT_COLUMNS = {
  ...AXES,
  measure: '度量 · measure',
  dims: '其他维度 · further dimensions',
  amount: '数量 · amount in the unit of the measure',
  valid_from: '生效首日；流量为发生日 · first day it counts, the day itself for a flow',
  valid_until: '失效首日；空为仍有效 · first day it no longer counts; null while open and for flows',
};

const FINDING_COLUMNS = {
  ...AXES,
  rule: '规则代码 · rule',
  severity: '级别 · info, warning or error',
  detail: '代码、日期与数量 · codes, days and amounts',
};

const comments = (
  kind: 'TABLE' | 'VIEW',
  name: string,
  title: string,
  columns: Readonly<Record<string, string>>,
): string[] => [
  `COMMENT ON ${kind} gold.${name} IS '${title}'`,
  ...Object.entries(columns).map(([column, text]) => `COMMENT ON COLUMN gold.${name}.${column} IS '${text}'`),
];

/** What analysts read: indicators, their values, and the facts and findings behind them. */
export const CreateGold = sqlMigration(
  'CreateGold',
  1_790_000_200_000,
  [
    `CREATE SCHEMA IF NOT EXISTS gold`,
    `CREATE TABLE gold.indicator (
       id text PRIMARY KEY,
       district text NOT NULL,
       ordinal numeric NOT NULL,
       name_zh text NOT NULL,
       name_en text NOT NULL,
       definition_zh text NOT NULL,
       definition_en text NOT NULL,
       unit text NOT NULL,
       decimals smallint NOT NULL,
       kind text NOT NULL,
       property text NOT NULL,
       breakdown text,
       numerator jsonb NOT NULL,
       denominator jsonb,
       factor integer NOT NULL,
       base_as_of date,
       base_published numeric,
       base_literal text,
       target_literal text,
       target_comparator text,
       target_value numeric,
       target_upper numeric,
       target_year integer,
       target_from_year integer,
       target_to_year integer,
       source_document text NOT NULL,
       source_section text NOT NULL,
       source_quote text NOT NULL
     )`,
    `CREATE TABLE gold.indicator_value (
       indicator_id text COLLATE "C" NOT NULL,
       region text COLLATE "C" NOT NULL,
       period_end date NOT NULL,
       value numeric,
       numerator numeric NOT NULL,
       denominator numeric,
       PRIMARY KEY (indicator_id, region, period_end)
     )`,
    `CREATE VIEW gold.fact_history AS ${FACT}`,
    `CREATE VIEW gold.fact AS ${FACT} WHERE t.known_until IS NULL`,
    `CREATE VIEW gold.finding_history AS ${FINDING}`,
    `CREATE VIEW gold.finding AS ${FINDING} WHERE t.known_until IS NULL`,
    ...comments('TABLE', 'indicator', '指标定义 · indicators of both plans, as data', {
      ordinal: '规划指标表序号 · position in the plan’s table',
      property: '约束性 binding, 预期性 expected, 正文 text, 无 none',
      numerator: '分子：度量与维度 · measures and dims that count',
      base_published: '规划公布的基准值 · base as published',
      target_literal: '规划原文 · as printed',
    }),
    ...comments('TABLE', 'indicator_value', '指标值（每月末） · indicator values at month ends', {
      region: '区或街镇代码 · district, 街镇 or unknown',
      period_end: '月末日 · last day of the month',
      value: '四舍五入一次；空为无法计算 · rounded once; null when it cannot be computed, which is not 0',
    }),
    ...comments('VIEW', 'fact', '当前成立的事实 · facts as known now', FACT_COLUMNS),
    ...comments('VIEW', 'fact_history', '事实全史（双时间轴） · facts on both time axes', FACT_COLUMNS),
    ...comments('VIEW', 'finding', '当前数据质量问题 · findings open now', FINDING_COLUMNS),
    ...comments('VIEW', 'finding_history', '数据质量问题全史 · findings ever opened', FINDING_COLUMNS),
    `GRANT USAGE ON SCHEMA gold TO minhai_metrics, analyst`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON gold.indicator, gold.indicator_value TO minhai_metrics`,
    `GRANT SELECT ON gold.indicator, gold.indicator_value, gold.fact, gold.fact_history, gold.finding, gold.finding_history TO analyst`,
  ],
  [
    `DROP VIEW gold.finding, gold.finding_history, gold.fact, gold.fact_history`,
    `DROP TABLE gold.indicator_value, gold.indicator`,
    `DROP SCHEMA gold`,
  ],
);
