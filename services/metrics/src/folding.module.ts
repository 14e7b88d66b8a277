import { Module } from '@nestjs/common';
import type { Catalogue } from '@minhai/events';
import { FactEngine } from '@minhai/facts/store';
import type { Producer } from '@minhai/kafka';
import {
  DATABASE,
  EXIT,
  type Exit,
  HealthRegistry,
  LOGGER,
  type Logger,
  PRODUCER,
  Telemetry,
} from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { AcceptedEventsConsumer } from './consume/accepted-events.consumer.js';
import { batchGroups } from './consume/batch-groups.js';
import { LakeReader } from './consume/lake.reader.js';
import { PartitionFolders } from './consume/partition-folders.js';
import { StragglerWatch } from './consume/straggler-watch.js';
import { factDisclosure } from './disclosure/fact-disclosure.js';
import { FACTS } from './facts/catalogue.generated.js';
import { Flusher } from './flush/flusher.js';
import { noteMoved } from './flush/moved.store.js';
import { INDICATORS } from './indicators/catalogue.generated.js';
import { schemaName } from './migrations.js';
import { DefinitionWatch } from './rebuild/definition-watch.js';
import { rebuildTables } from './rebuild/rebuild-tables.js';
import { keptFacts } from './reporting/keep-reports.js';
import { ReportKeeper } from './reporting/report-keeper.js';
import { CATALOGUE, TOPIC_PREFIX } from './tokens.js';

type WatchParts = [PartitionFolders, LakeReader, HealthRegistry, Logger, Exit];
type FlusherParts = [Database, Producer, string, Logger, Exit, Telemetry, DefinitionWatch, PartitionFolders];
type KeeperParts = [Database, Catalogue, Logger, Exit, DefinitionWatch, PartitionFolders];
type DefinitionParts = [FactEngine, Database, Catalogue, Logger, Exit];

/** The way from accepted events to stored figures: consumed, folded, flushed, and rebuilt when definitions changed. */
@Module({
  controllers: [AcceptedEventsConsumer],
  providers: [
    {
      provide: FactEngine,
      inject: [DATABASE, CATALOGUE],
      useFactory: (database: Database, schemas: Catalogue) =>
        new FactEngine({ database, schema: schemaName, facts: FACTS, schemas, moved: noteMoved }),
    },
    {
      provide: LakeReader,
      inject: [DATABASE, CATALOGUE],
      useFactory: (database: Database, catalogue: Catalogue) => new LakeReader(database, catalogue),
    },
    {
      provide: PartitionFolders,
      inject: [FactEngine, LakeReader, DefinitionWatch],
      useFactory: (engine: FactEngine, lake: LakeReader, definitions: DefinitionWatch) =>
        new PartitionFolders(engine, batchGroups(engine), lake, definitions),
    },
    {
      provide: DefinitionWatch,
      inject: [FactEngine, DATABASE, CATALOGUE, LOGGER, EXIT],
      useFactory: (...[engine, database, catalogue, logger, exit]: DefinitionParts) =>
        new DefinitionWatch({
          changed: () => engine.changedDefinitions(),
          rebuild: (progress) => rebuildTables({ database, catalogue, progress }),
          logger,
          exit,
        }),
    },
    {
      provide: StragglerWatch,
      inject: [PartitionFolders, LakeReader, HealthRegistry, LOGGER, EXIT],
      useFactory: (...[folders, lake, health, logger, exit]: WatchParts) =>
        new StragglerWatch({ folders, lake, health, logger, exit }),
    },
    {
      provide: ReportKeeper,
      inject: [DATABASE, CATALOGUE, LOGGER, EXIT, DefinitionWatch, PartitionFolders],
      useFactory: (...[database, schemas, logger, exit, definitions, folding]: KeeperParts) =>
        new ReportKeeper({
          database,
          facts: keptFacts(INDICATORS, FACTS, factDisclosure(FACTS, schemas)),
          definitions,
          folding,
          logger,
          exit,
        }),
    },
    {
      provide: Flusher,
      inject: [DATABASE, PRODUCER, TOPIC_PREFIX, LOGGER, EXIT, Telemetry, DefinitionWatch, PartitionFolders],
      useFactory: (
        ...[database, producer, prefix, logger, exit, telemetry, definitions, folding]: FlusherParts
      ) =>
        new Flusher({
          database,
          producer,
          topic: `${prefix}.indicator.changed`,
          indicators: INDICATORS,
          logger,
          exit,
          telemetry,
          definitions,
          folding,
        }),
    },
  ],
  exports: [DefinitionWatch],
})
export class FoldingModule {}
