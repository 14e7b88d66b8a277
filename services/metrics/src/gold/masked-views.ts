import { isPersonal, type Catalogue } from '@minhai/events';
import type { FactDefinition } from '@minhai/facts';
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
 * The views of the migration, with the keys of persons and households masked for readers without the grant. `causes` stay:
 * ids are random, and what they lead to is masked where it is read. Codes, days and amounts stay without a name.
 */
export function maskedGoldViews(
  facts: readonly FactDefinition[],
  catalogue: Catalogue,
): readonly GeneratedObject[] {
  const impersonal = impersonalFacts(facts, catalogue).map(sqlLiteral).join(', ');
  const masking: GeneratedObject = {
    name: 'gold.masking',
    create: `GRANT USAGE ON SCHEMA gold TO ${VIEW_READERS};${revealFunction('gold')};
      GRANT SELECT ON gold.indicator, gold.indicator_value TO ${VIEW_READERS}`,
    drop: '',
  };
  return [masking, ...VIEWS.map((view) => goldView(view, impersonal))];
}

function goldView({ name, columns, table }: GoldView, impersonal: string): GeneratedObject {
  const entity = maskedColumn({
    schema: 'gold',
    view: name,
    column: 'entity',
    value: 't.entity',
    mask: `'***'`,
  });
  const current = name.endsWith('_history') ? '' : 'WHERE t.known_until IS NULL';
  return {
    name: `gold.${name}`,
    create: `CREATE OR REPLACE VIEW gold.${name} WITH (security_barrier = true) AS
      SELECT d.name AS fact, CASE WHEN d.name IN (${impersonal || 'NULL'}) THEN t.entity ELSE ${entity} END AS entity, ${columns}
      FROM metrics.${table} t JOIN metrics.fact_definition d ON d.fact = t.fact ${current};
      COMMENT ON COLUMN gold.${name}.entity IS '业务键；个人与家庭的不显示 · business key; masked for persons and households';
      GRANT SELECT ON gold.${name} TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.${name}`,
  };
}
