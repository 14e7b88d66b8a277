import { sqlMigration } from '@minhai/postgres';

/** Where all indicators stand on a day is asked without naming them, and so are their values. */
export const IndexProgress = sqlMigration(
  'IndexProgress',
  1_790_000_567_000,
  [
    `CREATE INDEX indicator_progress_period ON metrics.indicator_progress (period_end)`,
    `CREATE INDEX indicator_value_period ON metrics.indicator_value (period_end, region)`,
  ],
  [`DROP INDEX metrics.indicator_progress_period, metrics.indicator_value_period`],
);
