import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { policyOf } from '@minhai/errors';
import { EXIT, type Exit, LOGGER, type Logger } from '@minhai/nest';
import { AcceptedEventsConsumer } from './accepted-events.consumer.js';
import { LakeReader } from './lake.reader.js';
import type { PartitionFolder } from './partition-folder.js';

const INTERVAL_MS = 5_000;

/**
 * A partition that stayed behind the lake for a whole interval gets nothing more from Kafka: its records were
 * deleted, or Kafka was made anew. The lake still has them.
 */
@Injectable()
export class StragglerWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private readonly seen = new Map<PartitionFolder, number>();

  constructor(
    @Inject(AcceptedEventsConsumer) private readonly consumer: AcceptedEventsConsumer,
    @Inject(LakeReader) private readonly lake: LakeReader,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(EXIT) private readonly exit: Exit,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** One round; what it finds behind twice in a row is caught up. */
  async check(): Promise<void> {
    const accepted = await this.lake.positions();
    for (const folder of this.consumer.held()) {
      const { domain, partition } = folder.place;
      const newest = accepted.find((row) => row.domain === domain && row.partition === partition)?.position ?? 0;
      const isStuck = folder.folded < newest && this.seen.get(folder) === folder.folded;
      this.seen.set(folder, folder.folded);
      if (!isStuck || this.stopped) continue;
      this.logger.warn({ domain, partition, folded: folder.folded, accepted: newest }, 'catching up from the lake');
      await folder.catchUp(newest + 1);
    }
    for (const folder of this.seen.keys()) if (!this.consumer.held().includes(folder)) this.seen.delete(folder);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.check().then(
        () => this.schedule(),
        (error: unknown) => this.failed(error),
      );
    }, INTERVAL_MS);
  }

  private failed(error: unknown): void {
    if (policyOf(error) === 'retry') {
      this.logger.warn({ err: error }, 'could not look for stragglers');
      return this.schedule();
    }
    this.logger.fatal({ err: error }, 'catching up from the lake failed');
    this.exit(1);
  }
}
