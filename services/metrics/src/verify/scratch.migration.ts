import { sqlMigration } from '@minhai/postgres';

/** Where a verification builds its own copy of everything derived. */
export const SCRATCH_SCHEMA = 'metrics_scratch';

export const CreateScratch = sqlMigration(
  'CreateScratch',
  1_790_000_300_000,
  [`CREATE SCHEMA ${SCRATCH_SCHEMA}`, `GRANT USAGE, CREATE ON SCHEMA ${SCRATCH_SCHEMA} TO minhai_metrics`],
  [`DROP SCHEMA ${SCRATCH_SCHEMA} CASCADE`],
);
