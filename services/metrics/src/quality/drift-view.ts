import { type GeneratedObject, VIEW_READERS, maskedColumn, sqlLiteral } from '@minhai/postgres';
import type { FactDisclosure } from '../disclosure/fact-disclosure.js';
import { MASKED_KEY } from '../disclosure/shown-cases.js';
import { listOf } from '../gold/masked-views.js';
import { unlessWithheld } from '../gold/unless-withheld.js';
import { driftsSql } from './drift-sql.js';

const COLUMNS: Readonly<Record<string, string>> = {
  entity: '业务键；个人与家庭的不显示 · business key; masked for persons and households',
  day: '申报日 · day of the newest declaration',
  declared: '来源申报数 · what the source says it has',
  derived: '由事件累计数 · what its events come to',
  drift: '差额：申报 − 累计 · declared − derived; never written over either',
  since: '差额起始日 · first day of this very drift',
  fact: '事实名称 · name of the fact',
  district: '区划代码（6位） · GB/T 2260',
  street: '街镇代码（9位）或 unknown · 9 digits or unknown',
  of: '何种存量 · which stock of the entity: codes by dimension',
  causes: '依据的事件编号 · ids of the declarations',
  withheld:
    '因涉及个人、家庭或人数过少，数量不予显示 · amounts are withheld: they would tell of persons or of few people',
};

/** `gold.drift`: declared stocks that differ from derived ones. */
export function driftView({ impersonal, open }: FactDisclosure): GeneratedObject {
  const masked = maskedColumn({
    schema: 'gold',
    view: 'drift',
    column: 'entity',
    value: 't.entity',
    mask: sqlLiteral(MASKED_KEY),
  });
  const withheld = `(t.withheld OR coalesce(d.name NOT IN (${listOf(open)}), true))`;
  const amount = (value: string): string =>
    unlessWithheld({ view: 'drift', column: value.slice(2), value, withheld });
  return {
    name: 'gold.drift',
    create: `CREATE OR REPLACE VIEW gold.drift WITH (security_barrier = true) AS
        ${driftsSql(
          { day: `'infinity'::date`, knownAt: null },
          { figures: 'metrics.indicator_value', values: 'true', registers: 'true' },
          {
            entity: `CASE WHEN d.name IN (${listOf(impersonal)}) THEN t.entity ELSE ${masked} END`,
            amount,
            withheld,
          },
        )};
      COMMENT ON VIEW gold.drift IS '申报存量与事件累计的差额 · declared stocks that differ from what events come to';
      ${Object.entries(COLUMNS)
        .map(([column, text]) => `COMMENT ON COLUMN gold.drift.${column} IS ${sqlLiteral(text)};`)
        .join('\n')}
      GRANT SELECT ON gold.drift TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.drift`,
  };
}
