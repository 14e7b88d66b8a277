import { loadCatalogue } from '@minhai/events';
import type { RebuildProgress, Rebuilt } from '@minhai/facts/store';
import { openDatabase } from '@minhai/postgres';
import { rebuildTables } from './rebuild-tables.js';

export interface RebuildMetricsOptions {
  /** Connection string of the metrics role. */
  readonly databaseUrl: string;
  readonly progress?: (progress: RebuildProgress) => void;
}

/**
 * Builds every fact, finding, cell and figure anew from the lake, beside what is there, and puts it in its place. The
 * service may run meanwhile. Throws RetryableError while another rebuild runs or the database is away, CrashError when
 * what was built does not add up; then everything is as it was.
 */
export async function rebuildMetrics({ databaseUrl, ...options }: RebuildMetricsOptions): Promise<Rebuilt> {
  const database = openDatabase({
    url: databaseUrl,
    applicationName: 'minhai-rebuild',
    maxConnections: 4,
    statementTimeoutMs: 0,
  });
  try {
    return await rebuildTables({ database, catalogue: loadCatalogue(), ...options });
  } finally {
    await database.close();
  }
}
