import 'reflect-metadata';
import {
  Controller,
  Inject,
  Injectable,
  Module,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RetryableError } from '@minhai/errors';
import { InMemoryKafka, type RecordBatch, type TopicPartition } from '@minhai/kafka';
import { createLogger } from '../logging/logger.js';
import { OnAssigned, OnBatch } from './batch-handler.decorators.js';
import { BatchKafkaStrategy, type BatchKafkaOptions } from './batch-kafka.strategy.js';

const TOPIC = 'mca.accepted.ref';

@Injectable()
class Journal {
  readonly lines: string[] = [];
  failure: unknown;
}

@Injectable()
class OnlyKafkaBatches implements CanActivate {
  constructor(@Inject(Journal) private readonly journal: Journal) {}

  canActivate(context: ExecutionContext): boolean {
    this.journal.lines.push(`guarded ${context.getType()}`);
    return true;
  }
}

@Controller()
@UseGuards(OnlyKafkaBatches)
class FactsConsumer {
  constructor(@Inject(Journal) private readonly journal: Journal) {}

  @OnAssigned('facts')
  assigned({ topic, partition }: TopicPartition): bigint {
    this.journal.lines.push(`assigned ${topic}/${partition}`);
    return 0n;
  }

  @OnBatch('facts')
  async handle({ records }: RecordBatch): Promise<bigint> {
    const { failure } = this.journal;
    this.journal.failure = undefined;
    if (failure) throw failure;
    this.journal.lines.push(`handled ${records.length}`);
    return records.at(-1)!.offset + 1n;
  }
}

@Module({ controllers: [FactsConsumer], providers: [Journal, OnlyKafkaBatches] })
class FactsModule {}

const eventually = async (condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('BatchKafkaStrategy', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const start = async (options: Partial<BatchKafkaOptions> = {}) => {
    const kafka = new InMemoryKafka();
    const admin = await kafka.admin();
    await admin.ensureTopics([{ topic: TOPIC, partitions: 1, replicationFactor: 1, config: {} }]);
    const exits: number[] = [];
    const strategy = new BatchKafkaStrategy({
      consumer: 'facts',
      groupId: 'metrics',
      topics: [TOPIC],
      concurrency: 1,
      client: kafka,
      logger: createLogger('metrics', 'silent'),
      exit: (code) => exits.push(code),
      ...options,
    });
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(FactsModule, {
      strategy,
      logger: false,
    });
    stops.push(() => app.close());
    await app.listen();
    const producer = await kafka.producer();
    const send = (...values: string[]): Promise<void> => {
      const records = values.map((value) => ({ key: null, value: Buffer.from(value), headers: {} }));
      return producer.send([{ topic: TOPIC, records }]);
    };
    return { journal: app.get(Journal), strategy, exits, send };
  };

  it('hands whole batches to the controller, behind its guards, and knows the lag', async () => {
    const { journal, send, strategy } = await start();
    await send('a', 'b', 'c');
    await eventually(() => journal.lines.includes('handled 3'));
    expect(journal.lines).toEqual(['guarded rpc', `assigned ${TOPIC}/0`, 'guarded rpc', 'handled 3']);
    await eventually(() => strategy.lag() === 0);
    expect(strategy.progress()).toEqual([{ topic: TOPIC, partition: 0, nextOffset: 3n, highWatermark: 3n }]);
  });

  it('given a RetryableError, then it reaches the consumer as what it is', async () => {
    const { journal, send, exits } = await start();
    journal.failure = new RetryableError('UNAVAILABLE', 'database is away');
    await send('a');
    await eventually(() => journal.lines.includes('handled 1'));
    expect(exits).toEqual([]);
  });

  it('given a bug, then the process is ended', async () => {
    const { journal, send, exits } = await start();
    journal.failure = new TypeError('a bug');
    await send('a');
    await eventually(() => exits.length > 0);
    expect(exits).toEqual([1]);
    expect(journal.lines).not.toContain('handled 1');
  });

  it('given no controller for the consumer, then it does not start', async () => {
    await expect(start({ consumer: 'misspelt' })).rejects.toThrow(/'assigned' of consumer 'misspelt'/);
  });
});
