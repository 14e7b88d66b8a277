import { sqlMigration } from '@minhai/postgres';

/**
 * Figures and standings move behind views that withhold small counts of people; the views are generated. What is stored
 * already is withheld until the service starts and decides.
 */
export const WithholdFigures = sqlMigration(
  'WithholdFigures',
  1_790_000_550_000,
  [
    `DROP VIEW gold.indicator_series`,
    `ALTER TABLE gold.indicator_value SET SCHEMA metrics`,
    `ALTER TABLE metrics.indicator_value ADD COLUMN withheld boolean NOT NULL DEFAULT true`,
    `ALTER TABLE metrics.indicator_value ALTER COLUMN withheld SET DEFAULT false`,
    `COMMENT ON COLUMN metrics.indicator_value.withheld IS '因涉及人数过少而不予显示 · withheld from readers without the grant'`,
    `ALTER TABLE gold.indicator_progress SET SCHEMA metrics`,
    `REVOKE ALL ON metrics.indicator_value, metrics.indicator_progress FROM analyst, minhai_personal`,
  ],
  [
    `DROP VIEW IF EXISTS gold.indicator_series, gold.indicator_progress, gold.indicator_value`,
    `ALTER TABLE metrics.indicator_value DROP COLUMN withheld`,
    `ALTER TABLE metrics.indicator_value SET SCHEMA gold`,
    `ALTER TABLE metrics.indicator_progress SET SCHEMA gold`,
    `GRANT SELECT ON gold.indicator_value, gold.indicator_progress TO analyst`,
  ],
);
