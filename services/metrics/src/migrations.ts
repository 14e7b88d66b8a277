import { factMigrations } from '@minhai/facts/store';
import { loadCatalogue } from '@minhai/events';
import { type GeneratedObject, type MigrationClass, sqlMigration } from '@minhai/postgres';
import { FACTS } from './facts/catalogue.generated.js';
import { RecordDefinitions } from './definitions/definition-history.migration.js';
import { domainTables } from './domain-views/migrations.js';
import { goldGenerated } from './gold/generated.js';
import { CreateEdition } from './editions/edition.migration.js';
import { CreateMoved } from './flush/moved.migration.js';
import { NoteMovedCells } from './flush/moved-cells.migration.js';
import { AddDivisor } from './gold/divisor.migration.js';
import { DeclareMismatches } from './gold/declared-mismatch.migration.js';
import { CreateGold } from './gold/gold.migration.js';
import { factDisclosure } from './disclosure/fact-disclosure.js';
import { maskedGoldViews } from './gold/masked-views.js';
import { figureViews } from './gold/figure-views.js';
import { IndexProgress } from './gold/read-indexes.migration.js';
import { WithholdFigures } from './gold/withhold-figures.migration.js';
import { AddTargetOf } from './gold/target-of.migration.js';
import { CreateReader } from './readers/reader.migration.js';
import { driftView } from './quality/drift-view.js';
import { CreateReporting } from './reporting/reporting.migration.js';
import { CreateSeries } from './series/series.migration.js';
import { CreateProgress } from './standing/progress.migration.js';
import { GrantRebuild } from './rebuild/rebuild.migration.js';
import { CreateScratch } from './verify/scratch.migration.js';

export const schemaName = 'metrics';

const FACT_TABLES = ['fact_definition', 'history', 'amendment', 'fact_row', 'finding', 'cell', 'consumed'];

const GrantFacts = sqlMigration(
  'GrantFacts',
  1_790_000_000_000,
  [
    `GRANT USAGE ON SCHEMA metrics TO minhai_metrics`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${FACT_TABLES.map((table) => `metrics.${table}`).join(', ')} TO minhai_metrics`,
  ],
  [
    `REVOKE ALL ON ALL TABLES IN SCHEMA metrics FROM minhai_metrics`,
    `REVOKE USAGE ON SCHEMA metrics FROM minhai_metrics`,
  ],
);

/** Run as the owner; roles exist before. */
export const migrations: readonly MigrationClass[] = [
  ...factMigrations(schemaName).migrations,
  GrantFacts,
  CreateMoved,
  CreateGold,
  CreateScratch,
  AddTargetOf,
  AddDivisor,
  DeclareMismatches,
  CreateReader,
  RecordDefinitions,
  CreateEdition,
  CreateProgress,
  CreateSeries,
  WithholdFigures,
  NoteMovedCells,
  GrantRebuild,
  ...domainTables,
  IndexProgress,
  CreateReporting,
];

/** What facts and catalogue make of the tables. */
export function generated(): readonly GeneratedObject[] {
  const disclosure = factDisclosure(FACTS, loadCatalogue());
  return [
    ...maskedGoldViews(FACTS, disclosure),
    ...figureViews,
    driftView(disclosure),
    ...goldGenerated(FACTS),
  ];
}
