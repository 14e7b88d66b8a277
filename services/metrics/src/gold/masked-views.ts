import { isPersonal, type Catalogue } from '@minhai/events';
import type { FactDefinition } from '@minhai/facts';
import { thresholdOf } from '../disclosure/threshold.js';
import {
  maskedColumn,
  revealFunction,
  sqlLiteral,
  VIEW_READERS,
  type GeneratedObject,
} from '@minhai/postgres';

/** Facts whose entities are no persons or households: nothing they read is personal. What is unknown is personal. */
export function impersonalFacts(facts: readonly FactDefinition[], catalogue: Catalogue): readonly string[] {
  const isImpersonal = (type: string): boolean => !isPersonal(catalogue.find(type)?.sensitivity ?? 4);
  return facts.filter(({ reads }) => Object.keys(reads).every(isImpersonal)).map(({ name }) => name);
}

/**
 * Rows that count people are cells of one: those of measures that do, and all of a person’s or household’s own, for an
 * amount paid counts who was paid. Over `t` (fact_row) and `d` (fact_definition).
 */
function isMicrodata(facts: readonly FactDefinition[], impersonal: ReadonlySet<string>): string {
  const people = facts
    .flatMap(({ measures }) => measures)
    .filter((measure) => thresholdOf(measure) !== undefined);
  const ofPeople = factsOfPeople(facts).filter((name) => !impersonal.has(name));
  const list = (names: readonly string[]): string => names.map(sqlLiteral).join(', ') || 'NULL';
  return `coalesce(t.measure IN (${list(people.map(({ name }) => name))}) OR d.name IN (${list(ofPeople)}), false)`;
}

/** Facts with a measure that counts people. */
export const factsOfPeople = (facts: readonly FactDefinition[]): readonly string[] =>
  facts
    .filter(({ measures }) => measures.some((measure) => thresholdOf(measure) !== undefined))
    .map(({ name }) => name);

interface GoldView {
  readonly name: string;
  readonly columns: string;
  readonly table: string;
}

const FACT = {
  table: 'fact_row',
  columns: `t.measure, t.district, t.street, t.dims::jsonb AS dims, t.amount, t.valid_from, t.valid_until,
    t.known_from, t.known_until, t.causes`,
};

const FINDING = {
  table: 'finding',
  columns: `t.rule, t.severity, t.district, t.street, t.detail::jsonb AS detail, t.known_from, t.known_until, t.causes`,
};

const VIEWS: readonly GoldView[] = [
  { name: 'fact', ...FACT },
  { name: 'fact_history', ...FACT },
  { name: 'finding', ...FINDING },
  { name: 'finding_history', ...FINDING },
];

/**
 * The views of the migration, with the keys of persons and households masked for readers without the grant, and without
 * the rows that count people. `causes` stay:
 * ids are random, and what they lead to is masked where it is read. Codes, days and amounts stay without a name.
 */
export function maskedGoldViews(
  facts: readonly FactDefinition[],
  catalogue: Catalogue,
): readonly GeneratedObject[] {
  const names = impersonalFacts(facts, catalogue);
  const impersonal = names.map(sqlLiteral).join(', ');
  const microdata = isMicrodata(facts, new Set(names));
  const masking: GeneratedObject = {
    name: 'gold.masking',
    create: `GRANT USAGE ON SCHEMA gold TO ${VIEW_READERS};${revealFunction('gold')};
      GRANT SELECT ON gold.indicator TO ${VIEW_READERS}`,
    drop: '',
  };
  return [masking, ...VIEWS.map((view) => goldView(view, impersonal, microdata))];
}

function goldView(
  { name, columns, table }: GoldView,
  impersonal: string,
  microdata: string,
): GeneratedObject {
  const entity = maskedColumn({
    schema: 'gold',
    view: name,
    column: 'entity',
    value: 't.entity',
    mask: `'***'`,
  });
  const conditions = [
    ...(name.endsWith('_history') ? [] : ['t.known_until IS NULL']),
    ...(table === 'fact_row'
      ? [
          maskedColumn({
            schema: 'gold',
            view: name,
            column: 'people',
            value: 'true',
            mask: `NOT ${microdata}`,
          }),
        ]
      : []),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    name: `gold.${name}`,
    create: `CREATE OR REPLACE VIEW gold.${name} WITH (security_barrier = true) AS
      SELECT d.name AS fact, CASE WHEN d.name IN (${impersonal || 'NULL'}) THEN t.entity ELSE ${entity} END AS entity, ${columns}
      FROM metrics.${table} t JOIN metrics.fact_definition d ON d.fact = t.fact ${where};
      COMMENT ON COLUMN gold.${name}.entity IS '业务键；个人与家庭的不显示 · business key; masked for persons and households';
      GRANT SELECT ON gold.${name} TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.${name}`,
  };
}
