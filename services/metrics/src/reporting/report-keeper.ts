import { Rounds, type Exit, type Logger } from '@minhai/nest';
import type { Database } from '@minhai/postgres';
import type { DefinitionWatch } from '../rebuild/definition-watch.js';
import { restOf } from '../flush/duty-cycle.js';
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
export class ReportKeeper extends Rounds {
  /** When the last portion was kept. */
  private keptAt = performance.now();

  constructor(private readonly options: ReportKeeperOptions) {
    super({
      ...options,
      firstMs: INTERVAL_MS,
      retryMs: INTERVAL_MS,
      failures: { passing: 'reports could not be kept; trying again', final: 'reports cannot be kept' },
    });
  }

  protected async round(): Promise<number> {
    const { database, facts, definitions, folding } = this.options;
    const start = performance.now();
    if (folding.isBusy && start < this.keptAt + WHILE_FOLDING_MS) return INTERVAL_MS;
    if (!(await definitions.isCurrent())) return INTERVAL_MS;
    const isMore = await keepNextReports(database, facts);
    this.keptAt = performance.now();
    return isMore ? restOf(this.keptAt - start) : INTERVAL_MS;
  }
}
