import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { policyOf } from '@minhai/errors';
import type { Exit, HealthRegistry, Logger } from '@minhai/nest';
import type { LakeReader } from './lake.reader.js';
import type { PartitionFolder } from './partition-folder.js';
import type { PartitionFolders } from './partition-folders.js';

const INTERVAL_MS = 5_000;

export interface StragglerWatchOptions {
  readonly folders: PartitionFolders;
  readonly lake: LakeReader;
  readonly health: HealthRegistry;
  readonly logger: Logger;
  readonly exit: Exit;
}

/**
 * A partition that stays behind the lake while Kafka has nothing left to deliver gets nothing more from there: its
 * records were deleted, or Kafka was made anew. The lake still has them.
 */
export class StragglerWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  /** Position of each partition at the last look. */
  private seen: ReadonlyMap<PartitionFolder, number> = new Map();

  constructor(private readonly options: StragglerWatchOptions) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.look().then(
        () => this.schedule(),
        (error: unknown) => this.failed(error),
      );
    }, INTERVAL_MS);
  }

  private async look(): Promise<void> {
    const { folders, lake, health, logger } = this.options;
    const before = this.seen;
    this.seen = new Map(folders.all().map((folder) => [folder, folder.folded]));
    if (health.lag() > 0) return;
    const accepted = await lake.positions();
    for (const { domain, partition, position } of accepted) {
      const folder = folders.find({ domain, partition });
      if (this.stopped || !folder || folder.isBusy) continue;
      const isStuck = folder.folded < position && before.get(folder) === folder.folded;
      if (!isStuck) continue;
      logger.warn(
        { domain, partition, folded: folder.folded, accepted: position },
        'catching up from the lake',
      );
      await folder.catchUp(position + 1);
    }
  }

  private failed(error: unknown): void {
    const { logger, exit } = this.options;
    if (policyOf(error) === 'retry') {
      logger.warn({ err: error }, 'could not look for stragglers');
      return this.schedule();
    }
    logger.fatal({ err: error }, 'catching up from the lake failed');
    exit(1);
  }
}
