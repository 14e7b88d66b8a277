import { type GeneratedObject, VIEW_READERS, sqlLiteral } from '@minhai/postgres';
import { PROGRESS_COLUMNS } from '../standing/progress.migration.js';
import { unlessWithheld } from './unless-withheld.js';

type Comments = Readonly<Record<string, string>>;

const WITHHELD =
  '因涉及人数过少，不予显示；minhai_personal 成员可见 · withheld, for it would tell of few people; shown to members of minhai_personal';

const FIGURE: Comments = {
  indicator_id: '指标编号 · gold.indicator.id',
  region: '区或街镇代码 · district, 街镇 or unknown',
  numerator: '分子 · numerator',
  denominator: '分母；无则为空 · denominator; null when there is none',
  withheld: WITHHELD,
};

const VALUE: Comments = {
  ...FIGURE,
  period_end: '月末日 · last day of the month',
  value:
    '四舍五入一次；空为无法计算或不予显示 · rounded once; null when it cannot be computed, which is not 0, or is withheld',
};

const SERIES: Comments = {
  ...FIGURE,
  grain: '粒度 · month, quarter or year',
  period_end: '期末日 · last day of the month, quarter or year',
  value:
    '期末值；年度流量为当年累计，规划期流量为规划期累计 · value at the end of the period; a yearly flow counts from January, a flow over the plan from its first year',
};

interface View {
  readonly name: string;
  readonly title: string;
  readonly comments: Comments;
  readonly select: string;
}

/** No security barrier: no row is hidden, conditions see the masked column, and joins keep using the primary key. */
const viewOf = ({ name, title, comments, select }: View): GeneratedObject => ({
  name: `gold.${name}`,
  create: [
    `CREATE OR REPLACE VIEW gold.${name} AS ${select}`,
    `COMMENT ON VIEW gold.${name} IS ${sqlLiteral(title)}`,
    ...Object.entries(comments).map(
      ([column, text]) => `COMMENT ON COLUMN gold.${name}.${column} IS ${sqlLiteral(text)}`,
    ),
    `GRANT SELECT ON gold.${name} TO ${VIEW_READERS}`,
  ].join(';\n'),
  drop: `DROP VIEW gold.${name}`,
});

const figures = (view: string): string =>
  ['value', 'numerator', 'denominator']
    .map(
      (column) =>
        `${unlessWithheld({ view, column, value: `v.${column}`, withheld: 'v.withheld' })} AS ${column}`,
    )
    .join(', ');

const value: View = {
  name: 'indicator_value',
  title: '指标值（每月末） · indicator values at month ends',
  comments: VALUE,
  select: `SELECT v.indicator_id, v.region, v.period_end, ${figures('indicator_value')}, v.withheld
    FROM metrics.indicator_value v`,
};

/** The last month that something moved in stands for the end of its quarter and year: nothing moved after it. */
const lastOf = (grain: 'quarter' | 'year'): string =>
  `SELECT DISTINCT ON (v.indicator_id, v.region, date_trunc('${grain}', v.period_end))
      v.indicator_id, v.region, '${grain}'::text AS grain,
      (date_trunc('${grain}', v.period_end) + interval '${grain === 'quarter' ? '3 months' : '1 year'}')::date - 1 AS period_end,
      ${figures('indicator_series')}, v.withheld
    FROM metrics.indicator_value v
    ORDER BY v.indicator_id, v.region, date_trunc('${grain}', v.period_end), v.period_end DESC`;

const series: View = {
  name: 'indicator_series',
  title:
    '指标时间序列（月、季、年末值；存量不可跨期相加） · indicators by month, quarter and year, each at its end; never add a stock over periods',
  comments: SERIES,
  select: `SELECT v.indicator_id, v.region, 'month'::text AS grain, v.period_end, ${figures('indicator_series')}, v.withheld
      FROM metrics.indicator_value v
    UNION ALL (${lastOf('quarter')})
    UNION ALL (${lastOf('year')})`,
};

/** What is known of a plan whatever the figure. */
const OPEN: ReadonlySet<string> = new Set([
  'indicator_id',
  'period_end',
  'base',
  'target',
  'target_day',
  'months_left',
]);
const FLAGS: ReadonlySet<string> = new Set(['breach', 'never']);

/** A judgement follows from the figure, and the pace from it and the one of twelve months before. */
const JUDGED = '(coalesce(v.withheld, true) OR coalesce(y.withheld, false))';

function progressColumn(column: string): string {
  const value = `p.${column}`;
  if (OPEN.has(column)) return value;
  const withheld = column === 'value' ? 'coalesce(v.withheld, true)' : JUDGED;
  const instead = FLAGS.has(column) ? 'false' : 'NULL';
  const shown = unlessWithheld({ view: 'indicator_progress', column, value, withheld, instead });
  return `${shown} AS ${column}`;
}

const progress: View = {
  name: 'indicator_progress',
  title:
    '指标进展（全区，每月末，按目前所知） · where each indicator stands at month ends, for the district, as known now',
  comments: {
    ...PROGRESS_COLUMNS,
    withheld: `${WITHHELD}；其判断亦不显示 · with it what is judged by it`,
  },
  select: `SELECT ${Object.keys(PROGRESS_COLUMNS).map(progressColumn).join(', ')}, coalesce(v.withheld, true) AS withheld
    FROM metrics.indicator_progress p
    LEFT JOIN gold.indicator i ON i.id = p.indicator_id
    LEFT JOIN metrics.indicator_value v
      ON v.indicator_id = p.indicator_id AND v.region = i.district AND v.period_end = p.period_end
    LEFT JOIN metrics.indicator_value y ON y.indicator_id = p.indicator_id AND y.region = i.district
      AND y.period_end = (date_trunc('month', p.period_end) - interval '11 months')::date - 1`,
};

/** Figures at month ends, by month, quarter and year, and where they stand; small counts of people withheld. */
export const figureViews: readonly GeneratedObject[] = [viewOf(value), viewOf(series), viewOf(progress)];
