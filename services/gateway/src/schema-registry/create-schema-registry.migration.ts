import { sqlMigration } from '@minhai/postgres';

/**
 * An id never changes its schema, so nothing is updated or deleted. A version number of a subject may stand twice: as
 * registered by hand, and as released later; the release counts.
 */
export const CreateSchemaRegistry = sqlMigration(
  'CreateSchemaRegistry',
  1_733_000_000_001,
  [
    `CREATE TABLE gateway.registered_schema (
       id integer PRIMARY KEY,
       subject text NOT NULL,
       fingerprint bytea NOT NULL,
       schema text NOT NULL,
       registered_by uuid REFERENCES gateway.credential (id),
       registered_at timestamptz NOT NULL DEFAULT now(),
       CONSTRAINT registered_schema_id_positive CHECK (registered_schema.id > 0),
       CONSTRAINT registered_schema_fingerprint_length CHECK (octet_length(registered_schema.fingerprint) = 32)
     )`,
    `CREATE TABLE gateway.schema_version (
       subject text NOT NULL,
       version integer NOT NULL,
       is_released boolean NOT NULL,
       schema_id integer NOT NULL REFERENCES gateway.registered_schema (id) DEFERRABLE INITIALLY DEFERRED,
       PRIMARY KEY (subject, version, is_released),
       CONSTRAINT schema_version_from_one CHECK (schema_version.version > 0)
     )`,
    'CREATE INDEX schema_version_of_id ON gateway.schema_version (schema_id)',
    'GRANT SELECT, INSERT ON gateway.registered_schema, gateway.schema_version TO minhai_gateway',
  ],
  ['DROP TABLE gateway.schema_version', 'DROP TABLE gateway.registered_schema'],
);
