import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule, KafkaModule } from '@minhai/nest';
import type { KafkaClient } from '@minhai/kafka';
import type { GatewayConfig } from './config.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { EventTypesModule } from './event-types/event-types.module.js';
import { PublishEventsModule } from './publish-events/publish-events.module.js';
import { ReceiptsModule } from './receipts/receipts.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { SchemaRegistryModule } from './schema-registry/schema-registry.module.js';

/** What a spec may replace. */
export interface GatewayParts {
  /** Another Kafka client than the one the configuration names. */
  readonly kafka?: KafkaClient;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

@Module({})
export class AppModule {
  static register(config: GatewayConfig, { kafka, now = Date.now }: GatewayParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register({
          url: config.DATABASE_URL,
          applicationName: 'minhai-gateway',
          maxConnections: config.DATABASE_CONNECTIONS,
        }),
        KafkaModule.register({
          brokers: config.KAFKA_BROKERS,
          clientId: 'minhai-gateway',
          producer: true,
          client: kafka,
        }),
        CredentialsModule.register(config, now),
        PublishEventsModule.register(config, now),
        ReceiptsModule,
        ReconciliationModule.register(now),
        EventTypesModule.register(config),
        SchemaRegistryModule.register(config),
      ],
    };
  }
}
