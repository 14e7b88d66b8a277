import { Inject, Module, type Provider } from '@nestjs/common';
import type { Producer } from '@minhai/kafka';
import {
  DATABASE,
  EXIT,
  HealthRegistry,
  LOGGER,
  PRODUCER,
  Resources,
  Telemetry,
  type Exit,
  type Logger,
} from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { CONTEXT, type LakeContext } from '../context.module.js';
import { publishAlarm, type PublishAlarm } from './publish-alarm.js';
import { PublishService } from './publish.service.js';

const ALARM = Symbol('PublishAlarm');

const alarm: Provider = {
  provide: ALARM,
  inject: [LOGGER, EXIT],
  useFactory: (logger: Logger, exit: Exit) => publishAlarm(logger, exit),
};

const service: Provider = {
  provide: PublishService,
  inject: [CONTEXT, DATABASE, PRODUCER, ALARM],
  useFactory: (
    { config, catalogue, failpoints }: LakeContext,
    database: Database,
    producer: Producer,
    alarm: PublishAlarm,
  ) =>
    new PublishService({
      database,
      producer,
      catalogue,
      failpoints,
      alarm,
      topicPrefix: config.TOPIC_PREFIX,
      bufferBytes: config.PUBLISH_BUFFER_BYTES,
    }),
};

@Module({ providers: [alarm, service], exports: [PublishService] })
export class PublishModule {
  constructor(
    @Inject(PublishService) publishing: PublishService,
    @Inject(HealthRegistry) health: HealthRegistry,
    @Inject(Telemetry) telemetry: Telemetry,
    @Inject(Resources) resources: Resources,
  ) {
    health.addCheck('publish', () => publishing.check());
    health.addLag('publish', () => publishing.lag());
    telemetry.observe('lake_unpublished_events', 'Accepted events not yet in the accepted topics', () =>
      publishing.lag(),
    );
    resources.closeAt('producer', () => publishing.stop());
  }
}
