import { sqlMigration } from '@minhai/postgres';

const COLUMNS: Readonly<Record<string, readonly [type: string, comment: string]>> = {
  base_tolerance: [
    'numeric',
    '已声明的差异：允许偏差；空为须相等 · how far from the published figure is declared; null: it must be equal',
  ],
  base_mismatch_zh: ['text', '已声明的差异：原因 · why the published figure cannot be met'],
  base_mismatch_en: ['text', '已声明的差异：原因 · why the published figure cannot be met'],
};

/** Published figures that contradict themselves are declared, never overwritten. */
export const DeclareMismatches = sqlMigration(
  'DeclareMismatches',
  1_790_000_400_000,
  Object.entries(COLUMNS).flatMap(([column, [type, comment]]) => [
    `ALTER TABLE gold.indicator ADD COLUMN ${column} ${type}`,
    `COMMENT ON COLUMN gold.indicator.${column} IS '${comment}'`,
  ]),
  Object.keys(COLUMNS).map((column) => `ALTER TABLE gold.indicator DROP COLUMN ${column}`),
);
