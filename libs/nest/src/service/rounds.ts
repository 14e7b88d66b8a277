import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { policyOf } from '@minhai/errors';
import type { Logger } from '../logging/logger.js';
import type { Exit } from '../tokens.js';

export interface RoundsSettings {
  readonly logger: Logger;
  readonly exit: Exit;
  /** Milliseconds before the first round. */
  readonly firstMs: number;
  /** Milliseconds to rest after a failure that may pass. */
  readonly retryMs: number;
  /** What is logged of a failure that may pass, and of one that ends the process. */
  readonly failures: { readonly passing: string; readonly final: string };
}

/** Work that is done round after round, one at a time, for as long as the service runs. */
export abstract class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly settings: RoundsSettings) {}

  /** One round; answers the milliseconds to rest before the next. */
  protected abstract round(): Promise<number>;

  /** Whether the service ends: a long round may leave off early. */
  protected get isStopped(): boolean {
    return this.stopped;
  }

  onApplicationBootstrap(): void {
    this.scheduleIn(this.settings.firstMs);
  }

  /** The round that runs is finished; what comes up afterwards waits for the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private scheduleIn(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round().then(
        (rest) => this.scheduleIn(rest),
        (error: unknown) => this.failed(error),
      );
    }, milliseconds);
  }

  private failed(error: unknown): void {
    const { logger, exit, retryMs, failures } = this.settings;
    if (policyOf(error) === 'retry') {
      logger.warn({ err: error }, failures.passing);
      return this.scheduleIn(retryMs);
    }
    logger.fatal({ err: error }, failures.final);
    exit(1);
  }
}
