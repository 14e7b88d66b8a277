import { DOMAINS, intakeTopic } from '@minhai/events';
import type { KafkaClient } from '@minhai/kafka';
import {
  connectBatchConsumer,
  startService,
  type Exit,
  type Logger,
  type RunningService,
} from '@minhai/nest';
import { AppModule } from './app.module.js';
import { INTAKE } from './accept/intake.controller.js';
import type { LakeConfig } from './config.js';

export interface LakeReplacements {
  /** Another Kafka, e.g. the in-memory twin in a spec. */
  readonly kafka?: KafkaClient;
  /** How the process ends; a spec passes its own. */
  readonly exit?: Exit;
  readonly logger?: Logger;
}

export const startLake = (
  config: LakeConfig,
  { kafka, exit, logger }: LakeReplacements = {},
): Promise<RunningService> =>
  startService({
    name: 'lake',
    module: AppModule.register(config, kafka),
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    docs: false,
    exit,
    logger,
    configure: (app) => {
      connectBatchConsumer(app, {
        consumer: INTAKE,
        groupId: config.CONSUMER_GROUP,
        topics: DOMAINS.map((domain) => intakeTopic(config.TOPIC_PREFIX, domain)),
        concurrency: config.INTAKE_CONCURRENCY,
      });
    },
  });
