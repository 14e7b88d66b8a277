import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { policyOf } from '@minhai/errors';
import type { Exit, Logger } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import type { DefinitionWatch } from '../rebuild/definition-watch.js';
import { restAfter } from '../flush/duty-cycle.js';
import { keepNextReports } from './keep-reports.js';
import type { KeptFacts } from './report.store.js';

/** Until then what is new is read from history; few events, however many there are. */
const INTERVAL_MS = 5_000;
/** While folding has more to do than it can, it comes first: an answer is exact however far the reports have come. */
const WHILE_FOLDING_MS = 30_000;

export interface ReportKeeperOptions {
  readonly database: Database;
  readonly facts: KeptFacts;
  /** Whether the tables are of this build's definitions. */
  readonly definitions: Pick<DefinitionWatch, 'isCurrent'>;
  /** Whether more events come than are folded at once. */
  readonly folding: { readonly isBusy: boolean };
  readonly logger: Logger;
  readonly exit: Exit;
}

/** Keeps who reported when, behind the fold. */
export class ReportKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  /** When the last portion was kept. */
  private keptAt = performance.now();

  constructor(private readonly options: ReportKeeperOptions) {}

  onApplicationBootstrap(): void {
    this.scheduleIn(INTERVAL_MS);
  }

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

  private async round(): Promise<number> {
    const { database, facts, definitions, folding } = this.options;
    const start = performance.now();
    if (folding.isBusy && start < this.keptAt + WHILE_FOLDING_MS) return INTERVAL_MS;
    if (!(await definitions.isCurrent())) return INTERVAL_MS;
    const isMore = await keepNextReports(database, facts);
    this.keptAt = performance.now();
    return isMore ? restAfter(this.keptAt - start, true) : INTERVAL_MS;
  }

  private failed(error: unknown): void {
    const { logger, exit } = this.options;
    if (policyOf(error) === 'retry') {
      logger.warn({ err: error }, 'reports could not be kept; trying again');
      return this.scheduleIn(INTERVAL_MS);
    }
    logger.fatal({ err: error }, 'reports cannot be kept');
    exit(1);
  }
}
