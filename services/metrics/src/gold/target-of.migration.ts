import { sqlMigration } from '@minhai/postgres';

/** Targets that are a share of something counted have no value of their own. */
export const AddTargetOf = sqlMigration(
  'AddTargetOf',
  1_790_000_404_000,
  [
    `ALTER TABLE gold.indicator ADD COLUMN target_of jsonb`,
    `COMMENT ON COLUMN gold.indicator.target_of IS '目标为某项度量的倍数：度量与系数；此时 target_value 为空 · measures and factor of a target that is a share of them'`,
  ],
  [`ALTER TABLE gold.indicator DROP COLUMN target_of`],
);
