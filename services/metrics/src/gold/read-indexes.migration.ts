import { sqlMigration } from '@minhai/postgres';

/** Where all indicators stand on a day is asked without naming them. */
export const IndexProgress = sqlMigration(
  'IndexProgress',
  1_790_000_567_000,
  [`CREATE INDEX indicator_progress_period ON gold.indicator_progress (period_end)`],
  [`DROP INDEX gold.indicator_progress_period`],
);
