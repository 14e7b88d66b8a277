import { firstDayOfMonth } from '@minhai/domain';
import { RetryableError } from '@minhai/errors';
import { type Catalogue, loadCatalogue } from '@minhai/events';
import {
  type ConsumedPosition,
  type RecordedEvent,
  type VerifyDifference,
  type VerifyResult,
  verifyFacts,
} from '@minhai/facts/store';
import { type Database, type Transaction, openDatabase } from '@minhai/postgres';
import { readMonthCells } from '../cells/month-cell.reader.js';
import { LakeReader } from '../consume/lake.reader.js';
import { FIRST_MONTH, seriesOf } from '../evaluate/series.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { distinctCells } from '../flush/flush.js';
import { withheldRows } from '../disclosure/withheld-rows.js';
import { type StoredFigure, readWholeFigures } from '../flush/withheld.store.js';
import { isSameFigure, seriesName } from '../flush/series-difference.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { schemaName } from '../migrations.js';
import {
  type DomainViewComparison,
  type DomainViewDifference,
  compareDomainViews,
} from './compare-domain-views.js';
import { type ProgressComparison, type ProgressDifference, compareProgress } from './compare-progress.js';
import { SCRATCH_SCHEMA } from './scratch.migration.js';

const PAGE_EVENTS = 5_000;
const SHOWN = 20;
const ATTEMPTS = 5;
const PAUSE_MS = 500;

export interface IndicatorDifference {
  readonly table: 'indicator_value';
  readonly only: 'live' | 'recomputed';
  readonly row: StoredFigure;
}

export type MetricsDifference =
  VerifyDifference | IndicatorDifference | ProgressDifference | DomainViewDifference;

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
  let values: IndicatorComparison | undefined;
  const facts = await verifyFacts({
    database,
    liveSchema: schemaName,
    scratchSchema: SCRATCH_SCHEMA,
    facts: FACTS,
    schemas: catalogue,
    events: (consumed) => acceptedEvents(new LakeReader(database, catalogue), consumed),
    further: async (tx) => {
      values = (await isFlushed(tx)) ? await compareValues(tx) : undefined;
    },
  });
  if (!values) return undefined;
  return {
    equal: facts.equal && [values, values.progress, values.views].every(({ count }) => count.different === 0),
    counts: {
      ...facts.counts,
      indicator_value: values.count,
      indicator_progress: values.progress.count,
      domain_view: values.views.count,
    },
    differences: [
      ...facts.differences,
      ...values.differences,
      ...values.progress.differences.slice(0, SHOWN),
      ...values.views.differences.slice(0, SHOWN),
    ],
  };
}

async function* acceptedEvents(
  lake: LakeReader,
  consumed: readonly ConsumedPosition[],
): AsyncGenerator<RecordedEvent> {
  for (const { domain, partition, position } of consumed) {
    for (let from = 1; from <= position;) {
      const page = await lake.page({ domain, partition, from, to: position + 1 }, PAGE_EVENTS);
      yield* page;
      from = page.length === 0 ? position + 1 : page.at(-1)!.position + 1;
    }
  }
}

async function isFlushed(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ pending: boolean }>('SELECT EXISTS (SELECT FROM metrics.moved) AS pending');
  return !row!.pending;
}

interface IndicatorComparison {
  readonly count: Count;
  readonly differences: readonly IndicatorDifference[];
  readonly progress: ProgressComparison;
  readonly views: DomainViewComparison;
}

async function compareValues(tx: Transaction): Promise<IndicatorComparison> {
  const first = firstDayOfMonth(FIRST_MONTH);
  const cells = await readMonthCells(tx, SCRATCH_SCHEMA, distinctCells(INDICATORS), first);
  const series = INDICATORS.flatMap((indicator) => seriesOf(indicator, cells));
  const withheld = withheldRows(INDICATORS, series);
  const recomputed = series.map((row): StoredFigure => ({ ...row, withheld: withheld.has(row) }));
  const live = await readWholeFigures(tx);
  const missingIn = (rows: readonly StoredFigure[], others: readonly StoredFigure[]): StoredFigure[] => {
    const named = new Map(others.map((row) => [seriesName(row), row]));
    return rows.filter((row) => {
      const other = named.get(seriesName(row));
      return !other || !isSameFigure(row, other) || row.withheld !== other.withheld;
    });
  };
  const differences = [
    ...missingIn(live, recomputed).map((row): IndicatorDifference => ({
      table: 'indicator_value',
      only: 'live',
      row,
    })),
    ...missingIn(recomputed, live).map((row): IndicatorDifference => ({
      table: 'indicator_value',
      only: 'recomputed',
      row,
    })),
  ];
  return {
    count: { live: live.length, recomputed: recomputed.length, different: differences.length },
    differences: differences.slice(0, SHOWN),
    progress: await compareProgress(tx, recomputed),
    views: await compareDomainViews(tx),
  };
}
