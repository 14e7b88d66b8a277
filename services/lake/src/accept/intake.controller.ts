import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { RecordBatch, TopicPartition } from '@minhai/kafka';
import { OnAssigned, OnBatch, OnRevoked } from '@minhai/nest';
import { IntakeHandler } from './intake.handler.js';

export const INTAKE = 'intake';

/** The Kafka edge: hands batches to the handler, which owns the offsets. */
@Controller()
export class IntakeController {
  constructor(@Inject(IntakeHandler) private readonly handler: IntakeHandler) {}

  @OnAssigned(INTAKE)
  assigned(@Payload() partition: TopicPartition): Promise<bigint> {
    return this.handler.assigned(partition);
  }

  @OnRevoked(INTAKE)
  revoked(@Payload() partition: TopicPartition): void {
    this.handler.revoked(partition);
  }

  @OnBatch(INTAKE)
  accept(@Payload() batch: RecordBatch): Promise<bigint> {
    return this.handler.handle(batch);
  }
}
