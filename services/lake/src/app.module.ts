import { Module, type DynamicModule } from '@nestjs/common';
import { loadCatalogue } from '@minhai/events';
import type { KafkaClient } from '@minhai/kafka';
import { DatabaseModule, KafkaModule } from '@minhai/nest';
import { AcceptModule } from './accept/accept.module.js';
import { ContextModule } from './context.module.js';
import type { LakeConfig } from './config.js';
import { QuarantineModule } from './quarantine/quarantine.module.js';

@Module({})
export class AppModule {
  static register(config: LakeConfig, kafka?: KafkaClient): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register({
          url: config.DATABASE_URL,
          applicationName: 'minhai-lake',
          maxConnections: config.DATABASE_CONNECTIONS,
        }),
        KafkaModule.register({
          brokers: config.KAFKA_BROKERS,
          clientId: 'minhai-lake',
          sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
          producer: true,
          client: kafka,
        }),
        ContextModule.register(config, loadCatalogue()),
        AcceptModule,
        QuarantineModule,
      ],
    };
  }
}
