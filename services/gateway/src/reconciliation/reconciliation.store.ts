import { binaryArray, type Database, type Queryable } from '@minhai/postgres';
import type { HeldRow } from './held-record.js';
import { instantsOf, type Period } from './period.js';
import type { OutcomeRow } from './reconciliation.js';

/** Who asks, for whom. */
export interface Scope {
  /** The one source asked for, if that is known. */
  readonly only?: string | undefined;
  /** Null stands for records whose source could not be read. */
  allows(source: string | null): boolean;
}

export interface Page {
  readonly limit: number;
  /** Only records after this one. */
  readonly after: number;
}

export interface Found {
  readonly rows: readonly OutcomeRow[];
  /** One more than `limit` when there are more. */
  readonly held: readonly HeldRow[];
}

const COUNTS = {
  name: 'gateway_reconciliation_counts',
  text: `
    SELECT r.day, r.source, r.type, r.status, r.code, r.records
      FROM lake.reconciliation r
     WHERE r.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR r.source = $3)
     ORDER BY r.day, r.source NULLS LAST, r.type NULLS LAST, r.status, r.code`,
};

const HELD = {
  name: 'gateway_reconciliation_held',
  text: `
    SELECT h.quarantine_id AS "quarantineId", h.event_id AS "eventId", h.source, h.type, h.status, h.code, h.pointer,
           h.topic, h.partition, h.record_offset AS "recordOffset", h.received_at AS "receivedAt"
      FROM lake.reconciliation_held h
     WHERE (h.source = ANY ($1::text[]) OR ($2::boolean AND h.source IS NULL))
       AND h.received_at >= $3::timestamptz AND h.received_at < $4::timestamptz AND h.quarantine_id > $5::bigint
     ORDER BY h.quarantine_id
     LIMIT $6`,
};

const instant = (epochMs: number): string => new Date(epochMs).toISOString();

/** Reads counts and held records of the sources in scope, both as of the same moment. */
export class ReconciliationStore {
  constructor(private readonly database: Database) {}

  find(period: Period, scope: Scope, page: Page): Promise<Found> {
    return this.database.transaction(
      async (tx) => {
        const all = await tx.prepared<OutcomeRow>(COUNTS, [period.from, period.to, scope.only ?? null]);
        const rows = all.filter(({ source }) => scope.allows(source));
        return { rows, held: await heldOf(tx, rows, { period, page }) };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }
}

/** The counts say which sources have any, so that only those are looked up. */
async function heldOf(
  tx: Queryable,
  rows: readonly OutcomeRow[],
  { period, page }: { period: Period; page: Page },
): Promise<HeldRow[]> {
  const holding = rows.filter(({ code }) => code !== null).map(({ source }) => source);
  if (holding.length === 0) return [];
  const { from, until } = instantsOf(period);
  const named = [...new Set(holding)].filter((source) => source !== null);
  return tx.prepared<HeldRow>(HELD, [
    binaryArray('text', named),
    holding.includes(null),
    instant(from),
    instant(until),
    page.after,
    page.limit + 1,
  ]);
}
