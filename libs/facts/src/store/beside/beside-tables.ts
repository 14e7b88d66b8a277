import { sqlIdentifier } from '@minhai/postgres';
import { DERIVED_TABLES } from '../tables.js';

/** Where a rebuild grows, and where what it replaces is for the moment of the exchange. */
export const nextSchema = (schema: string): string => sqlIdentifier(`${schema}_next`);
const oldSchema = (schema: string): string => sqlIdentifier(`${schema}_old`);

const TABLES = [...DERIVED_TABLES, 'consumed'];
const array = (names: readonly string[]): string => `ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`;

/** Runs as the owner of the tables, whoever calls it; every name in it is qualified. */
const asOwner = (name: string, body: string): string[] => [
  `CREATE FUNCTION ${name} RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
   ${body} $function$`,
  `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
];

/** Empty tables like the live ones, with their storage parameters, comments and grants, and without any index. */
const begin = (schema: string): string => `DECLARE t text; one record;
  BEGIN
    FOREACH t IN ARRAY ${array(TABLES)} LOOP
      EXECUTE format('DROP TABLE IF EXISTS ${nextSchema(schema)}.%I', t);
      EXECUTE format('CREATE TABLE ${nextSchema(schema)}.%1$I (LIKE ${schema}.%1$I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS INCLUDING STORAGE)', t);
      FOR one IN SELECT array_to_string(c.reloptions, ', ') AS options, obj_description(c.oid, 'pg_class') AS description
        FROM pg_class c WHERE c.oid = format('${schema}.%I', t)::regclass LOOP
        IF one.options IS NOT NULL THEN EXECUTE format('ALTER TABLE ${nextSchema(schema)}.%I SET (%s)', t, one.options); END IF;
        EXECUTE format('COMMENT ON TABLE ${nextSchema(schema)}.%I IS %L', t, one.description);
      END LOOP;
      FOR one IN SELECT g.privilege_type, g.grantee::regrole AS grantee FROM pg_class c, aclexplode(c.relacl) g
        WHERE c.oid = format('${schema}.%I', t)::regclass AND g.grantee <> c.relowner AND g.grantee <> 0 LOOP
        EXECUTE format('GRANT %s ON ${nextSchema(schema)}.%I TO %s', one.privilege_type, t, one.grantee);
      END LOOP;
    END LOOP;
  END`;

/** The indexes that the live table has. Filled tables are indexed faster than indexed tables are filled. */
const index = (schema: string): string => `DECLARE one record;
  BEGIN
    FOR one IN SELECT pg_get_indexdef(i.indexrelid) AS definition, c.relname, i.indisprimary
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = format('${schema}.%I', target)::regclass LOOP
      EXECUTE replace(one.definition, ' ON ${schema}.', ' ON ${nextSchema(schema)}.');
      IF one.indisprimary THEN
        EXECUTE format('ALTER TABLE ${nextSchema(schema)}.%I ADD PRIMARY KEY USING INDEX %I', target, one.relname);
      END IF;
    END LOOP;
    EXECUTE format('ANALYZE ${nextSchema(schema)}.%I', target);
  END`;

/** Views are bound to tables, not to names: those on the old tables are made again as they are written. */
const exchange = (schema: string): string => `DECLARE t text; views jsonb; one record;
  BEGIN
    SELECT jsonb_agg(DISTINCT jsonb_build_object('name', format('%I.%I', n.nspname, c.relname), 'definition', pg_get_viewdef(c.oid),
        'options', array_to_string(c.reloptions, ', '))) INTO views
      FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class c ON c.oid = r.ev_class
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND c.relkind = 'v'
        AND d.refobjid IN (SELECT format('${schema}.%I', name)::regclass FROM unnest(${array(DERIVED_TABLES)}) name);
    FOREACH t IN ARRAY ${array(DERIVED_TABLES)} LOOP
      EXECUTE format('ALTER TABLE ${schema}.%I SET SCHEMA ${oldSchema(schema)}', t);
      EXECUTE format('ALTER TABLE ${nextSchema(schema)}.%I SET SCHEMA ${schema}', t);
    END LOOP;
    FOR one IN SELECT v.* FROM jsonb_to_recordset(views) AS v (name text, definition text, options text) LOOP
      EXECUTE format('CREATE OR REPLACE VIEW %s %s AS %s', one.name,
        CASE WHEN one.options IS NULL THEN '' ELSE format('WITH (%s)', one.options) END, one.definition);
    END LOOP;
    FOREACH t IN ARRAY ${array(DERIVED_TABLES)} LOOP
      EXECUTE format('DROP TABLE ${oldSchema(schema)}.%I', t);
    END LOOP;
    DROP TABLE ${nextSchema(schema)}.consumed;
  END`;

/** What a rebuild beside the tables of `schema` needs; made by the owner. Grants are the service's own. */
export const besideTables = (schema: string): string[] => [
  `CREATE SCHEMA ${nextSchema(schema)}`,
  `CREATE SCHEMA ${oldSchema(schema)}`,
  ...asOwner(`${schema}.begin_rebuild()`, begin(schema)),
  ...asOwner(`${schema}.index_rebuild(target text)`, index(schema)),
  ...asOwner(`${schema}.exchange_rebuild()`, exchange(schema)),
  `CREATE TABLE ${schema}.rebuild (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    token uuid NOT NULL,
    phase text NOT NULL,
    done bigint NOT NULL,
    total bigint NOT NULL,
    begun timestamptz NOT NULL DEFAULT now()
  )`,
  `COMMENT ON TABLE ${schema}.rebuild IS 'The rebuild that runs or was broken off; empty when there is none'`,
  `COMMENT ON COLUMN ${schema}.rebuild.token IS 'Who rebuilds: every step of another one is refused'`,
  `COMMENT ON COLUMN ${schema}.rebuild.phase IS 'load, derive, index, catch up or exchange'`,
  `COMMENT ON COLUMN ${schema}.rebuild.done IS 'Events of the phase'`,
];

/** What the role that rebuilds must be granted. */
export const besideGrants = (schema: string, role: string): string[] => [
  `GRANT USAGE ON SCHEMA ${nextSchema(schema)} TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.rebuild TO ${role}`,
  ...['begin_rebuild()', 'index_rebuild(text)', 'exchange_rebuild()'].map(
    (name) => `GRANT EXECUTE ON FUNCTION ${schema}.${name} TO ${role}`,
  ),
];
