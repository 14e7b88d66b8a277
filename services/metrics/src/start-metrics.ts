import type { KafkaClient } from '@minhai/kafka';
import { type RunningService, type ServiceOptions, connectBatchConsumer, startService } from '@minhai/nest';
import { AppModule } from './app.module.js';
import type { MetricsConfig } from './config.js';
import { CONSUMER, acceptedTopics } from './consume/accepted-events.consumer.js';

/** Partitions whose events may wait for a transaction at the same time; those that wait are folded together. */
const CONCURRENCY = 12;

export type MetricsOptions = Pick<ServiceOptions, 'logger' | 'docs' | 'exit'> & {
  /** Another client, e.g. the in-memory twin in a spec. */
  readonly kafka?: KafkaClient;
};

export function startMetrics(
  config: MetricsConfig,
  { kafka, ...options }: MetricsOptions = {},
): Promise<RunningService> {
  return startService({
    ...options,
    name: 'metrics',
    module: AppModule.register(config, kafka),
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    configure: (app) => {
      connectBatchConsumer(app, {
        consumer: CONSUMER,
        groupId: config.CONSUMER_GROUP,
        topics: acceptedTopics(config.TOPIC_PREFIX),
        concurrency: CONCURRENCY,
      });
    },
  });
}
