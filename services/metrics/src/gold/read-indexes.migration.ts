import { sqlMigration } from '@minhai/postgres';

/** Where all indicators stand on a day is asked without naming them. */
export const IndexProgress = sqlMigration(
  'IndexProgress',
  1_790_000_567_000,
  [`CREATE INDEX indicator_progress_period ON metrics.indicator_progress (period_end)`],
  [`DROP INDEX metrics.indicator_progress_period`],
);
