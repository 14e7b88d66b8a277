import { Inject, Module, type Provider } from '@nestjs/common';
import type { Producer } from '@minhai/kafka';
import { DATABASE, HealthRegistry, LOGGER, PRODUCER, Resources, Telemetry, type Logger } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { CONTEXT, type LakeContext } from '../context.module.js';
import { PublishModule } from '../publish/publish.module.js';
import { PublishService } from '../publish/publish.service.js';
import { OutletsWithReceipts } from './outlets-with-receipts.js';
import { ReceiptService } from './receipt.service.js';

const service: Provider = {
  provide: ReceiptService,
  inject: [CONTEXT, DATABASE, PRODUCER, LOGGER],
  useFactory: (
    { config, catalogue, failpoints }: LakeContext,
    database: Database,
    producer: Producer,
    logger: Logger,
  ) =>
    new ReceiptService({
      database,
      producer,
      failpoints,
      topicPrefix: config.TOPIC_PREFIX,
      isOn: config.RECEIPTS_TOPIC === 'on',
      isKnownType: (type) => catalogue.find(type) !== undefined,
      alarm: { waiting: (error, key) => logger.warn({ err: error, ...key }, 'sending receipts waits') },
    }),
};

const outlets: Provider = {
  provide: OutletsWithReceipts,
  inject: [PublishService, ReceiptService],
  useFactory: (publishing: PublishService, receipts: ReceiptService) =>
    new OutletsWithReceipts(publishing, receipts),
};

@Module({ imports: [PublishModule], providers: [service, outlets], exports: [OutletsWithReceipts] })
export class ReceiptsModule {
  constructor(
    @Inject(ReceiptService) receipts: ReceiptService,
    @Inject(HealthRegistry) health: HealthRegistry,
    @Inject(Telemetry) telemetry: Telemetry,
    @Inject(Resources) resources: Resources,
  ) {
    health.addCheck('receipts', () => receipts.check());
    telemetry.observe(
      'lake_unsent_receipts',
      'Records whose receipts are not yet in the receipts topic',
      () => receipts.lag(),
    );
    resources.closeAt('producer', () => receipts.stop());
  }
}
