import { Module, type Provider } from '@nestjs/common';
import { DOMAINS, LIMITS, intakeTopic } from '@minhai/events';
import { DATABASE, LOGGER, Telemetry } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import { CONTEXT, type LakeContext } from '../context.module.js';
import { OutletsWithReceipts } from '../receipts/outlets-with-receipts.js';
import { ReceiptsModule } from '../receipts/receipts.module.js';
import { SliceAcceptor } from './accept-slice.js';
import { IntakeController } from './intake.controller.js';
import { IntakeHandler, type IntakeObserver } from './intake.handler.js';
import { intakeTelemetry } from './intake.telemetry.js';
import { SchemaRecordService } from './schema-record.service.js';

const OBSERVER = Symbol('IntakeObserver');

const observer: Provider = { provide: OBSERVER, inject: [Telemetry, LOGGER], useFactory: intakeTelemetry };

const handler: Provider = {
  provide: IntakeHandler,
  inject: [CONTEXT, DATABASE, OutletsWithReceipts, OBSERVER],
  useFactory: (
    context: LakeContext,
    database: Database,
    outlets: OutletsWithReceipts,
    observer: IntakeObserver,
  ) => {
    const { config, catalogue, failpoints } = context;
    return new IntakeHandler({
      database,
      catalogue,
      outlets,
      observer,
      failpoints,
      acceptor: new SliceAcceptor(database, failpoints),
      limits: LIMITS,
      sliceLimits: { records: config.INTAKE_BATCH_EVENTS, bytes: config.INTAKE_BATCH_BYTES },
      domains: new Map(DOMAINS.map((domain) => [intakeTopic(config.TOPIC_PREFIX, domain), domain])),
    });
  },
};

@Module({
  imports: [ReceiptsModule],
  controllers: [IntakeController],
  providers: [observer, handler, SchemaRecordService],
})
export class AcceptModule {}
