import { sqlMigration } from '@minhai/postgres';

/** 万㎡ and 亿元 are multiples of what events carry: the value of an indicator may be divided once more. */
export const AddDivisor = sqlMigration(
  'AddDivisor',
  1_790_000_400_000,
  [
    `ALTER TABLE gold.indicator ADD COLUMN divisor bigint NOT NULL DEFAULT 1`,
    `COMMENT ON COLUMN gold.indicator.divisor IS '单位换算除数 · value = numerator × factor ÷ (denominator × divisor)'`,
  ],
  [`ALTER TABLE gold.indicator DROP COLUMN divisor`],
);
