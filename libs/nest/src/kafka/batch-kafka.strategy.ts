import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type {
  BatchConsumer,
  BatchHandler,
  ConsumerOptions,
  ConsumerProgress,
  KafkaClient,
  RecordBatch,
  TopicPartition,
} from '@minhai/kafka';
import type { Logger } from 'pino';
import { lastValueFrom } from 'rxjs';
import type { Exit } from '../tokens.js';
import { ASSIGNED, BATCH, BATCH_KAFKA, REVOKED } from './batch-handler.decorators.js';

export interface BatchKafkaOptions extends Omit<ConsumerOptions, 'onStalled' | 'stallMs'> {
  /** The name the handlers' decorators carry. */
  readonly consumer: string;
  readonly client: KafkaClient;
  readonly logger: Logger;
  readonly exit: Exit;
  readonly stallMs?: number;
}

const STALL_MS = 60_000;
const STALLED_EXIT_CODE = 1;

type Call<Input, Result> = (input: Input) => Promise<Result>;

/**
 * Hands whole record batches to one Nest controller: the methods decorated with OnAssigned, OnBatch and OnRevoked of
 * the same consumer name. Guards, pipes and interceptors work as with any transport, once per batch. When the consumer
 * cannot go on, the process ends with code 1 and its supervisor starts a new one.
 */
export class BatchKafkaStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = BATCH_KAFKA;
  private running: BatchConsumer | undefined;

  constructor(private readonly options: BatchKafkaOptions) {
    super();
  }

  /** Resolves (through the callback) when the group is joined. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const { client, consumer, logger, exit, stallMs = STALL_MS, ...rest } = this.options;
      const onStalled = (reason: string, cause?: unknown): void => {
        logger.fatal({ consumer, err: cause }, `consumer cannot go on: ${reason}`);
        exit(STALLED_EXIT_CODE);
      };
      const running = client.consumer({ ...rest, stallMs, onStalled });
      this.running = running;
      await running.start(this.handler());
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  progress(): readonly ConsumerProgress[] {
    return this.running?.progress() ?? [];
  }

  /** Throws while the lag is not known: between assignments, or out of touch with Kafka. */
  requireCurrent(): void {
    if (!this.running?.isCurrent()) throw new Error('out of touch with Kafka, or without a partition');
  }

  /** Records this consumer has yet to read. */
  lag(): number {
    return this.progress().reduce((sum, { nextOffset, highWatermark }) => {
      const behind = Number(highWatermark - nextOffset);
      return sum + Math.max(0, behind);
    }, 0);
  }

  on(): never {
    throw new Error('BatchKafkaStrategy has no events');
  }

  unwrap<T>(): T {
    return this.running as T;
  }

  private handler(): BatchHandler {
    const assigned = this.required<TopicPartition, bigint>(ASSIGNED);
    const handle = this.required<RecordBatch, bigint>(BATCH);
    const revoked = this.find<TopicPartition, void>(REVOKED);
    return { assigned, handle, revoked: (partition) => void revoked?.(partition) };
  }

  private required<Input, Result>(role: string): Call<Input, Result> {
    const call = this.find<Input, Result>(role);
    if (call) return call;
    throw new Error(`no controller has a method for '${role}' of consumer '${this.options.consumer}'`);
  }

  private find<Input, Result>(role: string): Call<Input, Result> | undefined {
    const method = this.getHandlerByPattern(`${this.options.consumer}/${role}`);
    if (!method) return undefined;
    return async (input) => lastValueFrom(this.transformToObservable<Result>(await method(input)) as never);
  }
}
