import { firstDayOfMonth } from '@minhai/domain';
import { RetryableError } from '@minhai/errors';
import { type Catalogue, loadCatalogue } from '@minhai/events';
import { type VerifyDifference, type VerifyResult, verifyFacts } from '@minhai/facts/store';
import { type Database, type Transaction, openDatabase } from '@minhai/postgres';
import type { ViewRow } from '../domain-views/domain-view.js';
import { readMonthCells } from '../cells/month-cell.reader.js';
import { LakeReader } from '../consume/lake.reader.js';
import { FIRST_MONTH } from '../evaluate/series.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { distinctCells } from '../flush/flush.js';
import { wholeFigures } from '../disclosure/whole-figures.js';
import { type StoredFigure, readWholeFigures } from '../flush/withheld.store.js';
import { seriesName } from '../flush/series-difference.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { schemaName } from '../migrations.js';
import type { StoredProgress } from '../standing/progress.store.js';
import { compareDomainViews } from './compare-domain-views.js';
import { compareProgress } from './compare-progress.js';
import { type RowComparison, compareRows } from './compare-rows.js';
import { eventsUntil } from './events-until.js';
import { SCRATCH_SCHEMA } from './scratch.migration.js';

const SHOWN = 20;
const ATTEMPTS = 5;
const PAUSE_MS = 500;

type ValueComparison = RowComparison<'indicator_value', StoredFigure>;
type ProgressComparison = RowComparison<'indicator_progress', StoredProgress>;
type ViewComparison = RowComparison<string, ViewRow>;

type MetricsDifference =
  VerifyDifference | (ValueComparison | ProgressComparison | ViewComparison)['differences'][number];

type Count = VerifyResult['counts'][keyof VerifyResult['counts']];

export interface MetricsVerification {
  /** True only if every fact row, finding, cell, indicator value, standing and domain view is what the lake's events make of them. */
  readonly equal: boolean;
  /** By table: rows live, rows recomputed, rows that differ. */
  readonly counts: VerifyResult['counts'] & {
    readonly indicator_value: Count;
    readonly indicator_progress: Count;
    readonly domain_view: Count;
  };
  /** The first of each table. */
  readonly differences: readonly MetricsDifference[];
}

export interface VerifyMetricsOptions {
  /** Connection string of the metrics role. */
  readonly databaseUrl: string;
}

/**
 * Recomputes every fact, finding, cell, indicator value, standing and domain view from the events the lake accepted, up to the positions
 * folded in, and compares all of it with what is stored. Changes nothing. The service may run meanwhile; while it
 * is busy flushing the verification waits and starts anew. Throws RetryableError when it never comes to rest.
 */
export async function verifyMetrics({ databaseUrl }: VerifyMetricsOptions): Promise<MetricsVerification> {
  const database = openDatabase({
    url: databaseUrl,
    applicationName: 'minhai-verify',
    maxConnections: 2,
    statementTimeoutMs: 0,
  });
  try {
    for (let attempt = 1; ; attempt++) {
      const verification = await verifyOnce(database, loadCatalogue());
      if (verification) return verification;
      if (attempt === ATTEMPTS)
        throw new RetryableError('UNAVAILABLE', 'indicators are being flushed; verify again when they rest');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    await database.close();
  }
}

/** Undefined when the snapshot was taken between folding and flushing. */
async function verifyOnce(
  database: Database,
  catalogue: Catalogue,
): Promise<MetricsVerification | undefined> {
  let derived: Comparisons | undefined;
  const facts = await verifyFacts({
    database,
    liveSchema: schemaName,
    scratchSchema: SCRATCH_SCHEMA,
    facts: FACTS,
    schemas: catalogue,
    events: (consumed) => eventsUntil(new LakeReader(database, catalogue), consumed),
    further: async (tx) => {
      derived = (await isFlushed(tx)) ? await compareDerived(tx) : undefined;
    },
  });
  if (!derived) return undefined;
  const { values, progress, views } = derived;
  return {
    equal: facts.equal && [values, progress, views].every(({ count }) => count.different === 0),
    counts: {
      ...facts.counts,
      indicator_value: values.count,
      indicator_progress: progress.count,
      domain_view: views.count,
    },
    differences: [
      ...facts.differences,
      ...values.differences.slice(0, SHOWN),
      ...progress.differences.slice(0, SHOWN),
      ...views.differences.slice(0, SHOWN),
    ],
  };
}

async function isFlushed(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ pending: boolean }>('SELECT EXISTS (SELECT FROM metrics.moved) AS pending');
  return !row!.pending;
}

interface Comparisons {
  readonly values: ValueComparison;
  readonly progress: ProgressComparison;
  readonly views: ViewComparison;
}

async function compareDerived(tx: Transaction): Promise<Comparisons> {
  const first = firstDayOfMonth(FIRST_MONTH);
  const cells = await readMonthCells(tx, SCRATCH_SCHEMA, distinctCells(INDICATORS), first);
  const recomputed = wholeFigures(INDICATORS, cells);
  return {
    values: compareRows('indicator_value', { live: await readWholeFigures(tx), recomputed }, contentOf),
    progress: await compareProgress(tx, recomputed),
    views: await compareDomainViews(tx),
  };
}

const contentOf = ({ value, numerator, denominator, withheld, ...key }: StoredFigure): string =>
  JSON.stringify([seriesName(key), value, numerator, denominator, withheld]);
