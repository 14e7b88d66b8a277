import { type DynamicModule, Module } from '@nestjs/common';
import type { KafkaClient } from '@minhai/kafka';
import { DatabaseModule, KafkaModule } from '@minhai/nest';
import { CompareModule } from './compare/compare.module.js';
import type { MetricsConfig } from './config.js';
import { ContextModule } from './context.module.js';
import { DefinitionsModule } from './definitions/definitions.module.js';
import { EditionsModule } from './editions/editions.module.js';
import { ExplainModule } from './explain/explain.module.js';
import { FoldingModule } from './folding.module.js';
import { IndicatorsModule } from './indicators-api/indicators.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { QualityModule } from './quality/quality.module.js';
import { QuarterlyModule } from './quarterly/quarterly.module.js';
import { ReadersModule } from './readers/readers.module.js';
import { RehearsalModule } from './rehearsal/rehearsal.module.js';
import { SeriesModule } from './series/series.module.js';

/** Folding, flushing and answering share one pool; every batch and every flush holds one connection. */
const CONNECTIONS = 10;

/** A question that may be asked is a module in a folder of its own. */
const QUESTIONS = [
  IndicatorsModule,
  SeriesModule,
  CompareModule,
  ExplainModule,
  QualityModule,
  QuarterlyModule,
  DefinitionsModule,
  RehearsalModule,
  ProgressModule,
];

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
        ContextModule.register(config.TOPIC_PREFIX),
        ReadersModule,
        FoldingModule,
        EditionsModule.register(config),
        ...QUESTIONS,
      ],
    };
  }
}
