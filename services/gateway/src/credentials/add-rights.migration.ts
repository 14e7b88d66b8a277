import { sqlMigration } from '@minhai/postgres';

export const AddCredentialRights = sqlMigration(
  'AddCredentialRights',
  1_733_000_000_000,
  [
    `ALTER TABLE gateway.credential
       ADD COLUMN rights text[] NOT NULL DEFAULT '{}',
       ADD CONSTRAINT credential_rights_known CHECK (credential.rights <@ ARRAY['schemas:write'])`,
  ],
  ['ALTER TABLE gateway.credential DROP COLUMN rights'],
);
