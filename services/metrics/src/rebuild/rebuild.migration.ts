import { besideGrants } from '@minhai/facts/store';
import { sqlMigration } from '@minhai/postgres';

export const GrantRebuild = sqlMigration(
  'GrantRebuild',
  1_790_000_543_000,
  besideGrants('metrics', 'minhai_metrics'),
  [],
);
