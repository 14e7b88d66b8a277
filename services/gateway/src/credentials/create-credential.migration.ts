import { sqlMigration } from '@minhai/postgres';

export const CreateCredential = sqlMigration(
  'CreateCredential',
  1_732_000_000_000,
  [
    'GRANT USAGE ON SCHEMA gateway TO minhai_gateway',
    `CREATE TABLE gateway.credential (
       id uuid PRIMARY KEY,
       name text NOT NULL,
       token_hash bytea NOT NULL,
       sources text[] NOT NULL,
       created_at timestamptz NOT NULL,
       revoked_at timestamptz,
       CONSTRAINT credential_name_length CHECK (length(credential.name) BETWEEN 1 AND 100),
       CONSTRAINT credential_hash_length CHECK (octet_length(credential.token_hash) = 32),
       CONSTRAINT credential_has_source CHECK (cardinality(credential.sources) > 0)
     )`,
    'CREATE UNIQUE INDEX credential_token_hash ON gateway.credential (token_hash)',
    // Never deleted: receipts and logs name credentials by id.
    'GRANT SELECT, INSERT ON gateway.credential TO minhai_gateway',
    'GRANT UPDATE (revoked_at) ON gateway.credential TO minhai_gateway',
  ],
  ['DROP TABLE gateway.credential', 'REVOKE USAGE ON SCHEMA gateway FROM minhai_gateway'],
);
