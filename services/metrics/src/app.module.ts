import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Catalogue, loadCatalogue } from '@minhai/events';
import { FactEngine } from '@minhai/facts/store';
import type { KafkaClient, Producer } from '@minhai/kafka';
import {
  DATABASE,
  DatabaseModule,
  EXIT,
  type Exit,
  HealthRegistry,
  KafkaModule,
  LOGGER,
  type Logger,
  PRODUCER,
  Telemetry,
} from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { CompareController } from './compare/compare.controller.js';
import { CompareService } from './compare/compare.service.js';
import type { MetricsConfig } from './config.js';
import { AcceptedEventsConsumer } from './consume/accepted-events.consumer.js';
import { LakeReader } from './consume/lake.reader.js';
import { batchGroups } from './consume/batch-groups.js';
import { PartitionFolders } from './consume/partition-folders.js';
import { StragglerWatch } from './consume/straggler-watch.js';
import { MovementController } from './explain/movement.controller.js';
import { MovementService } from './explain/movement.service.js';
import { DefinitionsModule } from './definitions/definitions.module.js';
import { EditionsModule } from './editions/editions.module.js';
import { FACTS } from './facts/catalogue.generated.js';
import { Flusher } from './flush/flusher.js';
import { impersonalFacts } from './gold/masked-views.js';
import { noteMoved } from './flush/moved.store.js';
import { INDICATORS } from './indicators/catalogue.generated.js';
import { IndicatorsController } from './indicators-api/indicators.controller.js';
import { IndicatorsService } from './indicators-api/indicators.service.js';
import { schemaName } from './migrations.js';
import { DefinitionWatch } from './rebuild/definition-watch.js';
import { rebuildTables } from './rebuild/rebuild-tables.js';
import { ProgressController } from './progress/progress.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { QualityService } from './quality/quality.service.js';
import { ReaderGuard } from './readers/reader.guard.js';
import { Readers } from './readers/readers.js';
import { QuarterlyController } from './quarterly/quarterly.controller.js';
import { SeriesController } from './series/series.controller.js';
import { SeriesService } from './series/series.service.js';
import { CATALOGUE, CLOCK, TOPIC_PREFIX } from './tokens.js';

/** Folding, flushing and answering share one pool; every batch and every flush holds one connection. */
const CONNECTIONS = 10;

@Module({})
export class AppModule {
  /** `kafka`: another client, e.g. the in-memory twin in a spec. */
  static register(config: MetricsConfig, kafka?: KafkaClient): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register({
          url: config.DATABASE_URL,
          applicationName: 'minhai-metrics',
          maxConnections: CONNECTIONS,
          statementTimeoutMs: 60_000,
        }),
        KafkaModule.register({
          brokers: config.KAFKA_BROKERS,
          clientId: 'minhai-metrics',
          producer: true,
          client: kafka,
        }),
        EditionsModule.register(config),
        DefinitionsModule,
      ],
      controllers: [
        AcceptedEventsConsumer,
        IndicatorsController,
        SeriesController,
        CompareController,
        MovementController,
        ProgressController,
        QualityController,
        QuarterlyController,
      ],
      providers: [{ provide: TOPIC_PREFIX, useValue: config.TOPIC_PREFIX }, ...PROVIDERS],
    };
  }
}

const PROVIDERS: Provider[] = [
  { provide: CLOCK, useValue: Date.now },
  { provide: APP_GUARD, useClass: ReaderGuard },
  { provide: Readers, inject: [DATABASE], useFactory: (database: Database) => new Readers(database) },
  { provide: CATALOGUE, useFactory: loadCatalogue },
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
    useFactory: (...[engine, lake, definitions]: FolderParts) =>
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
    provide: IndicatorsService,
    inject: [DATABASE],
    useFactory: (database: Database) => new IndicatorsService(database, INDICATORS, Date.now),
  },
  {
    provide: MovementService,
    inject: [DATABASE, CATALOGUE],
    useFactory: (database: Database, schemas: Catalogue) =>
      new MovementService(database, INDICATORS, new Set(impersonalFacts(FACTS, schemas))),
  },
  {
    provide: QualityService,
    inject: [DATABASE, CATALOGUE],
    useFactory: (database: Database, schemas: Catalogue) =>
      new QualityService({
        database,
        indicators: INDICATORS,
        facts: FACTS,
        impersonalFacts: new Set(impersonalFacts(FACTS, schemas)),
        clock: Date.now,
      }),
  },
  {
    provide: CompareService,
    inject: [IndicatorsService],
    useFactory: (service: IndicatorsService) => new CompareService(service, INDICATORS),
  },
  {
    provide: SeriesService,
    inject: [DATABASE],
    useFactory: (database: Database) => new SeriesService(database, INDICATORS, Date.now),
  },
  {
    provide: Flusher,
    inject: [DATABASE, PRODUCER, TOPIC_PREFIX, LOGGER, EXIT, Telemetry, DefinitionWatch],
    useFactory: (...[database, producer, prefix, logger, exit, telemetry, definitions]: FlusherParts) =>
      new Flusher({
        database,
        producer,
        topic: `${prefix}.indicator.changed`,
        indicators: INDICATORS,
        logger,
        exit,
        telemetry,
        definitions,
      }),
  },
];

type WatchParts = [PartitionFolders, LakeReader, HealthRegistry, Logger, Exit];
type FlusherParts = [Database, Producer, string, Logger, Exit, Telemetry, DefinitionWatch];
type FolderParts = [FactEngine, LakeReader, DefinitionWatch];
type DefinitionParts = [FactEngine, Database, Catalogue, Logger, Exit];
