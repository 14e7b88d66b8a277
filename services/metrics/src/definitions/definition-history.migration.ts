import { sqlMigration } from '@minhai/postgres';

/** Every definition that was ever in force, and the refusal of change that editions share. */
export const RecordDefinitions = sqlMigration(
  'RecordDefinitions',
  1_790_000_530_000,
  [
    `CREATE FUNCTION gold.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP; END $$`,
    `ALTER TABLE gold.indicator ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN valid_from date`,
    `COMMENT ON COLUMN gold.indicator.version IS '定义版本 · version of the definition'`,
    `COMMENT ON COLUMN gold.indicator.valid_from IS '该版本生效首日 · first day on which this version is in force'`,
    `CREATE TABLE gold.indicator_definition (
       indicator_id text COLLATE "C" NOT NULL,
       version integer NOT NULL CHECK (version > 0),
       digest text NOT NULL,
       definition text NOT NULL,
       valid_from date NOT NULL,
       adopted_by text NOT NULL,
       adopted_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (indicator_id, digest),
       CONSTRAINT digest_is_of_definition CHECK (digest = encode(sha256(convert_to(definition, 'UTF8')), 'hex'))
     )`,
    `COMMENT ON TABLE gold.indicator_definition IS '指标定义全史：曾经生效的每一版 · every definition that was ever in force'`,
    `COMMENT ON COLUMN gold.indicator_definition.definition IS '规范化 JSON · canonical JSON'`,
    `COMMENT ON COLUMN gold.indicator_definition.digest IS 'SHA-256 of definition'`,
    `COMMENT ON COLUMN gold.indicator_definition.adopted_by IS '采用者；catalogue 为随程序发布 · who put it in force; catalogue: it came with the program'`,
    `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gold.indicator_definition
       FOR EACH STATEMENT EXECUTE FUNCTION gold.refuse_change()`,
    `GRANT SELECT, INSERT ON gold.indicator_definition TO minhai_metrics`,
    `GRANT SELECT ON gold.indicator_definition TO analyst`,
  ],
  [
    `DROP TABLE gold.indicator_definition`,
    `ALTER TABLE gold.indicator DROP COLUMN version, DROP COLUMN valid_from`,
    `DROP FUNCTION gold.refuse_change()`,
  ],
);
