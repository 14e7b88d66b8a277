import { Rounds, type Exit, type HealthRegistry, type Logger } from '@minhai/nest';
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
export class StragglerWatch extends Rounds {
  /** Position of each partition at the last look. */
  private seen: ReadonlyMap<PartitionFolder, number> = new Map();

  constructor(private readonly options: StragglerWatchOptions) {
    super({
      ...options,
      firstMs: INTERVAL_MS,
      retryMs: INTERVAL_MS,
      failures: {
        passing: 'could not look for stragglers',
        final: 'catching up from the lake failed',
      },
    });
  }

  protected async round(): Promise<number> {
    await this.look();
    return INTERVAL_MS;
  }

  private async look(): Promise<void> {
    const { folders, lake, health, logger } = this.options;
    const before = this.seen;
    this.seen = new Map(folders.all().map((folder) => [folder, folder.folded]));
    if (health.lag() > 0) return;
    const accepted = await lake.positions();
    for (const { domain, partition, position } of accepted) {
      const folder = folders.find({ domain, partition });
      if (this.isStopped || !folder || folder.isBusy) continue;
      const isStuck = folder.folded < position && before.get(folder) === folder.folded;
      if (!isStuck) continue;
      logger.warn(
        { domain, partition, folded: folder.folded, accepted: position },
        'catching up from the lake',
      );
      await folder.catchUp(position + 1);
    }
  }
}
