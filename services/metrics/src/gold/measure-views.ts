import type { FactDefinition } from '@minhai/facts';
import { type GeneratedObject, VIEW_READERS, maskedColumn, sqlLiteral } from '@minhai/postgres';
import { thresholdOf } from '../disclosure/threshold.js';
import { commentsOn } from './comment-sql.js';

/** `gold.measure`: what is measured at all. */
export function measureView(facts: readonly FactDefinition[]): GeneratedObject {
  const rows = facts.flatMap(({ name: fact, measures }) =>
    measures.map((measure) => {
      const { name, titles, kind, unit, scale } = measure;
      const texts = [name, titles.zh, titles.en, kind, unit].map(sqlLiteral).join(', ');
      return `(${texts}, ${scale}, ${thresholdOf(measure) ?? 'NULL'}::integer, ${sqlLiteral(fact)})`;
    }),
  );
  return {
    name: 'gold.measure',
    create: `CREATE OR REPLACE VIEW gold.measure AS
        SELECT v.measure, v.name_zh, v.name_en, v.kind, v.unit, v.scale, v.smallest_count, v.fact
        FROM (VALUES ${rows.join(',\n')}) AS v (measure, name_zh, name_en, kind, unit, scale, smallest_count, fact);
      ${commentsOn('VIEW', 'measure', '度量目录 · catalogue of measures: what events are counted as', {
        measure: '度量 · measure, as in gold.fact and gold.measure_daily',
        name_zh: '名称（中文） · name, in Chinese',
        name_en: '名称（英文） · name, in English',
        kind: '类别：存量、流量 · stock (counts while it is valid) or flow (counts on its day)',
        unit: '单位 · unit',
        scale: '小数位数：数量以 10 的负 scale 次方为单位 · amounts are in units of 10^-scale',
        smallest_count:
          '可公布的最小人数；空为不计人 · smallest count of people shown to everybody; null when nobody is counted',
        fact: '所属事实 · fact that derives it',
      })}
      GRANT SELECT ON gold.measure TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.measure`,
  };
}

/** `gold.measure_daily`: the cells that everything is summed from. A measure nobody knows is taken for one of people. */
export function measureDailyView(facts: readonly FactDefinition[]): GeneratedObject {
  const open = facts
    .flatMap(({ measures }) => measures)
    .filter((measure) => thresholdOf(measure) === undefined)
    .map(({ name }) => sqlLiteral(name));
  const mayReveal = maskedColumn({
    schema: 'gold',
    view: 'measure_daily',
    column: 'change',
    value: 'true',
    mask: 'false',
  });
  return {
    name: 'gold.measure_daily',
    create: `CREATE OR REPLACE VIEW gold.measure_daily WITH (security_barrier = true) AS
        SELECT c.measure, c.district, c.street, c.dims::jsonb AS dims, c.day, c.amount AS change
        FROM metrics.cell c WHERE CASE WHEN c.measure IN (${open.join(', ') || 'NULL'}) THEN true ELSE ${mayReveal} END;
      ${commentsOn(
        'VIEW',
        'measure_daily',
        '度量逐日变动（目前所知） · change of each measure by day, as known now',
        {
          measure: '度量 · gold.measure',
          district: '区划代码（6位） · GB/T 2260, 6 digits',
          street: '街镇代码（9位）或 unknown · 9 digits or unknown',
          dims: '其他维度 · further dimensions',
          day: '日期 · business day, Asia/Shanghai',
          change:
            '当日变动；存量为至某日之和，流量为某时期之和；计人的行不显示 · change of the day: a stock is the sum up to a day, a flow that of a period; without the grant there are no rows of measures that count people, for days can be counted too',
        },
      )}
      GRANT SELECT ON gold.measure_daily TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.measure_daily`,
  };
}
