import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { kafkaJsClient, type KafkaClient, type KafkaJsOptions, type Producer } from '@minhai/kafka';
import type { Logger } from 'pino';
import { Resources } from '../service/resources.js';
import { KAFKA, LOGGER, PRODUCER } from '../tokens.js';

export interface KafkaModuleOptions extends Omit<KafkaJsOptions, 'logger'> {
  /** Provide PRODUCER too: one connected producer for the whole service. */
  readonly producer?: boolean;
  /** Another client, e.g. the in-memory twin in a spec. */
  readonly client?: KafkaClient;
}

/** Provides KAFKA, and PRODUCER when asked for; the producer closes after HTTP and consumers have stopped. */
@Module({})
export class KafkaModule {
  static register({ producer, client, ...options }: KafkaModuleOptions): DynamicModule {
    const providers: Provider[] = [
      {
        provide: KAFKA,
        inject: [LOGGER],
        useFactory: (logger: Logger): KafkaClient => client ?? kafkaJsClient({ ...options, logger }),
      },
    ];
    if (producer) providers.push(producerProvider);
    return {
      module: KafkaModule,
      global: true,
      providers,
      exports: producer ? [KAFKA, PRODUCER] : [KAFKA],
    };
  }
}

const producerProvider: Provider = {
  provide: PRODUCER,
  inject: [KAFKA, Resources],
  useFactory: async (kafka: KafkaClient, resources: Resources): Promise<Producer> => {
    const producer = await kafka.producer();
    resources.closeAt('producer', () => producer.close());
    return producer;
  },
};
