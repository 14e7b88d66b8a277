import type { FactDefinition } from '@minhai/facts';
import type { FactDisclosure } from '../disclosure/fact-disclosure.js';
import { MASKED_KEY, withoutNumbersSql } from '../disclosure/shown-cases.js';
import { thresholdOf } from '../disclosure/threshold.js';
import {
  maskedColumn,
  revealFunction,
  sqlLiteral,
  VIEW_READERS,
  type GeneratedObject,
} from '@minhai/postgres';

/**
 * Rows that count people are cells of one: those of measures that do, and all of a person’s or household’s own, for an
 * amount paid counts who was paid. Over `t` (fact_row) and `d` (fact_definition).
 */
function isMicrodata(facts: readonly FactDefinition[], { people, impersonal }: FactDisclosure): string {
  const counting = facts
    .flatMap(({ measures }) => measures)
    .filter((measure) => thresholdOf(measure) !== undefined);
  const ofPersons = [...people].filter((name) => !impersonal.has(name));
  return `coalesce(t.measure IN (${listOf(counting.map(({ name }) => name))}) OR d.name IN (${listOf(ofPersons)}), false)`;
}

/** For `IN`, which is never true of an empty one. */
export const listOf = (names: Iterable<string>): string => [...names].map(sqlLiteral).join(', ') || 'NULL';

type Table = 'fact_row' | 'finding';

const VIEWS: readonly (readonly [name: string, table: Table])[] = [
  ['fact', 'fact_row'],
  ['fact_history', 'fact_row'],
  ['finding', 'finding'],
  ['finding_history', 'finding'],
];

/** SQL lists and conditions over `t` (fact_row or finding) and `d` (fact_definition). */
interface Masks {
  /** Names of facts whose entities are no persons or households. */
  readonly impersonal: string;
  /** Of these, the names of those of which numbers are shown. */
  readonly open: string;
  /** Whether a row of fact_row counts people. */
  readonly microdata: string;
}

/**
 * The views of the migration, with the keys of persons and households masked for readers without the grant, without
 * the rows that count people, and without the numbers in findings of either. `causes` stay: ids are random, and what they
 * lead to is masked where it is read. Codes and days stay without a name.
 */
export function maskedGoldViews(
  facts: readonly FactDefinition[],
  disclosure: FactDisclosure,
): readonly GeneratedObject[] {
  const masks: Masks = {
    impersonal: listOf(disclosure.impersonal),
    open: listOf(disclosure.open),
    microdata: isMicrodata(facts, disclosure),
  };
  const masking: GeneratedObject = {
    name: 'gold.masking',
    create: `GRANT USAGE ON SCHEMA gold TO ${VIEW_READERS};${revealFunction('gold')};
      GRANT SELECT ON gold.indicator TO ${VIEW_READERS}`,
    drop: '',
  };
  return [masking, ...VIEWS.map(([name, table]) => goldView(name, table, masks))];
}

function goldView(name: string, table: Table, { impersonal, open, microdata }: Masks): GeneratedObject {
  const masked = (column: string, value: string, mask: string): string =>
    maskedColumn({ schema: 'gold', view: name, column, value, mask });
  const isFact = table === 'fact_row';
  const columns = isFact
    ? `t.measure, t.district, t.street, t.dims::jsonb AS dims, t.amount, t.valid_from, t.valid_until`
    : `t.rule, t.severity, t.district, t.street,
        CASE WHEN d.name IN (${open}) THEN t.detail::jsonb ELSE ${masked('detail', 't.detail::jsonb', withoutNumbersSql('t.detail::jsonb'))} END AS detail`;
  const conditions = [
    ...(name.endsWith('_history') ? [] : ['t.known_until IS NULL']),
    ...(isFact ? [masked('people', 'true', `NOT ${microdata}`)] : []),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const detail = `COMMENT ON COLUMN gold.${name}.detail IS '代码、日期与数量；涉及个人与家庭的数量不显示 · codes, days and amounts; amounts are null where they tell of persons or households';`;
  return {
    name: `gold.${name}`,
    create: `CREATE OR REPLACE VIEW gold.${name} WITH (security_barrier = true) AS
      SELECT d.name AS fact, CASE WHEN d.name IN (${impersonal}) THEN t.entity ELSE ${masked('entity', 't.entity', sqlLiteral(MASKED_KEY))} END AS entity,
        ${columns}, t.known_from, t.known_until, t.causes
      FROM metrics.${table} t JOIN metrics.fact_definition d ON d.fact = t.fact ${where};
      COMMENT ON COLUMN gold.${name}.entity IS '业务键；个人与家庭的不显示 · business key; masked for persons and households';
      ${isFact ? '' : detail}
      GRANT SELECT ON gold.${name} TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.${name}`,
  };
}
