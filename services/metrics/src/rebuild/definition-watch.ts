import { policyOf } from '@minhai/errors';
import type { RebuildProgress, Rebuilt } from '@minhai/facts/store';
import type { Exit, Logger } from '@minhai/nest';

const RETRY_MS = 5_000;
const LOG_EVERY_MS = 10_000;

export interface DefinitionWatchOptions {
  /** The facts whose definitions are not those that the tables were built with. */
  readonly changed: () => Promise<readonly string[]>;
  readonly rebuild: (progress: (progress: RebuildProgress) => void) => Promise<Rebuilt>;
  readonly logger: Logger;
  readonly exit: Exit;
}

/**
 * Sees to it that this build folds and flushes only into tables of its own definitions. Where they are of others, it
 * rebuilds them beside; until the exchange the old ones are served, and nothing is folded here.
 */
export class DefinitionWatch {
  private isKnownCurrent = false;
  private rebuilding: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: DefinitionWatchOptions) {}

  /** Begins a rebuild when one is needed and none runs yet. Throws what the database throws. */
  async isCurrent(): Promise<boolean> {
    if (this.isKnownCurrent) return true;
    if (this.rebuilding) return false;
    const changed = await this.options.changed();
    if (changed.length === 0) return (this.isKnownCurrent = true);
    this.rebuilding ??= this.rebuild(changed).finally(() => (this.rebuilding = undefined));
    return false;
  }

  /** A rebuild under way is left alone: what it holds ends with its connections, and the next start begins anew. */
  onModuleDestroy(): void {
    this.stopped = true;
  }

  private async rebuild(facts: readonly string[]): Promise<void> {
    const { logger, rebuild, exit } = this.options;
    logger.warn(
      { facts },
      'fact definitions changed: rebuilding beside the tables, which are served meanwhile',
    );
    let toldAt = -Infinity;
    try {
      const { events, drifted } = await rebuild((progress) => {
        if (performance.now() - toldAt < LOG_EVERY_MS) return;
        toldAt = performance.now();
        logger.info({ ...progress }, 'rebuilding');
      });
      logger.info({ events, drifted }, 'the rebuilt tables are in place');
    } catch (error) {
      if (this.stopped) return;
      if (policyOf(error) !== 'retry') {
        logger.fatal({ err: error }, 'the facts cannot be rebuilt');
        return exit(1);
      }
      logger.warn({ err: error }, 'the facts could not be rebuilt; trying again');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
  }
}
