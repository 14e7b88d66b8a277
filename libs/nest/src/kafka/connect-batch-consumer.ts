import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { HealthRegistry } from '../health/health-registry.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { EXIT, KAFKA, LOGGER } from '../tokens.js';
import { BatchKafkaStrategy, type BatchKafkaOptions } from './batch-kafka.strategy.js';

export type BatchConsumerOptions = Omit<BatchKafkaOptions, 'client' | 'logger' | 'exit'>;

/** For `configure` of startService: connects the handlers of one consumer name and publishes its lag. */
export function connectBatchConsumer(
  app: NestFastifyApplication,
  options: BatchConsumerOptions,
): BatchKafkaStrategy {
  const strategy = new BatchKafkaStrategy({
    ...options,
    client: app.get(KAFKA),
    logger: app.get(LOGGER),
    exit: app.get(EXIT),
  });
  const health = app.get(HealthRegistry);
  health.addLag(options.consumer, () => strategy.lag());
  health.addCheck(options.consumer, () => strategy.requireCurrent());
  app
    .get(Telemetry)
    .observe(`${options.consumer}_lag_records`, 'Records not yet consumed', () => strategy.lag());
  app.connectMicroservice<MicroserviceOptions>({ strategy });
  return strategy;
}
