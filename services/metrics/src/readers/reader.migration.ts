import { sqlMigration } from '@minhai/postgres';

/** Readers with rights; everybody else reads without one. */
export const CreateReader = sqlMigration(
  'CreateReader',
  1_790_000_500_000,
  [
    `CREATE TABLE metrics.reader (
       name text PRIMARY KEY,
       token_hash bytea NOT NULL UNIQUE,
       rights text[] NOT NULL,
       created_at timestamptz NOT NULL,
       revoked_at timestamptz,
       CONSTRAINT reader_name_form CHECK (reader.name ~ '^[a-z][a-z0-9.-]{1,49}$' AND reader.name <> 'anonymous'),
       CONSTRAINT reader_hash_length CHECK (octet_length(reader.token_hash) = 32)
     )`,
    `COMMENT ON TABLE metrics.reader IS 'Who may see or do more than every reader; the token is shown once and never stored'`,
    // Never deleted and never renamed: signatures of editions name them.
    'GRANT SELECT, INSERT ON metrics.reader TO minhai_metrics',
    'GRANT UPDATE (revoked_at) ON metrics.reader TO minhai_metrics',
  ],
  ['DROP TABLE metrics.reader'],
);
