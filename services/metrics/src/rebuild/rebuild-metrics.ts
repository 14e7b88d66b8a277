import { availableParallelism } from 'node:os';
import { loadCatalogue } from '@minhai/events';
import type { BesideOptions, RebuildProgress, Rebuilt } from '@minhai/facts/store';
import { openDatabase } from '@minhai/postgres';
import { PartThreads } from './part-threads.js';
import { rebuildTables } from './rebuild-tables.js';

/**
 * Each thread compiles for itself. On two cores one alone was faster at 40,000 events (11.5–13.2 s against 13.2–13.6), about
 * as fast at 150,000, and a quarter slower at 400,000.
 */
const WORTH_THREADS = 200_000;
/** What more of them would make waits for PostgreSQL, which needs a core as well. */
const MOST_THREADS = 4;

export interface RebuildMetricsOptions {
  /** Connection string of the metrics role. */
  readonly databaseUrl: string;
  readonly progress?: (progress: RebuildProgress) => void;
  /** Threads that derive; default: as many as there are cores, up to four, from 200,000 events on. */
  readonly threads?: number;
}

/**
 * Builds every fact, finding, cell and figure anew from the lake, beside what is there, and puts it in its place. The
 * service may run meanwhile. Throws RetryableError while another rebuild runs or the database is away, CrashError when
 * what was built does not add up; then everything is as it was.
 */
export async function rebuildMetrics({
  databaseUrl,
  threads,
  ...options
}: RebuildMetricsOptions): Promise<Rebuilt> {
  const database = openDatabase({
    url: databaseUrl,
    applicationName: 'minhai-rebuild',
    maxConnections: 4,
    statementTimeoutMs: 0,
  });
  try {
    const pool: BesideOptions['pool'] = (order, events) => {
      const size = threads ?? (events < WORTH_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism()));
      return size > 1 ? new PartThreads(size, { databaseUrl, order }) : undefined;
    };
    return await rebuildTables({ database, catalogue: loadCatalogue(), pool, ...options });
  } finally {
    await database.close();
  }
}
