import { type Queryable, type Transaction, binaryArray, bulkStatement } from '@minhai/postgres';
import type { SeriesRow } from '../evaluate/series.js';
import type { Announcement } from './announcement.js';
import type { SeriesKey } from './series-difference.js';

/** One flusher at a time, whatever number of processes run. */
const FLUSH_LOCK = 7_320_000_001;
const ANNOUNCE_LOCK = 7_320_000_002;

const KEY = { indicator_id: 'text', region: 'text', period_end: 'date' } as const;

const UPSERT = bulkStatement(
  'metrics.upsert_indicator_values',
  { ...KEY, value: 'text', numerator: 'text', denominator: 'text' },
  (
    rows,
  ) => `INSERT INTO metrics.indicator_value AS v (indicator_id, region, period_end, value, numerator, denominator)
    SELECT indicator_id, region, period_end, value::numeric, numerator::numeric, denominator::numeric FROM ${rows}
    ON CONFLICT (indicator_id, region, period_end) DO UPDATE
      SET value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator`,
);

const DELETE = bulkStatement(
  'metrics.delete_indicator_values',
  KEY,
  (rows) => `DELETE FROM metrics.indicator_value v USING ${rows}
    WHERE v.indicator_id = rows.indicator_id AND v.region = rows.region AND v.period_end = rows.period_end`,
);

const ANNOUNCE = bulkStatement(
  'metrics.announce',
  { indicator_id: 'text', region: 'text', body: 'text' },
  (rows, names) => `INSERT INTO metrics.announcement (${names}) SELECT ${names} FROM ${rows}`,
);

const keys = (rows: readonly SeriesKey[]) => ({
  indicator_id: rows.map(({ indicator }) => indicator),
  region: rows.map(({ region }) => region),
  period_end: rows.map(({ periodEnd }) => periodEnd),
});

const TRY_LOCK = {
  name: 'metrics.try_lock',
  text: 'SELECT pg_try_advisory_xact_lock($1::int8) AS locked',
};

const tryLock = async (tx: Transaction, lock: number): Promise<boolean> => {
  const [row] = await tx.prepared<{ locked: boolean }>(TRY_LOCK, [lock]);
  return row!.locked;
};

export const tryFlushLock = (tx: Transaction): Promise<boolean> => tryLock(tx, FLUSH_LOCK);

/** To the end of the transaction: whoever announces has read what it sends within it. */
export const tryAnnounceLock = (tx: Transaction): Promise<boolean> => tryLock(tx, ANNOUNCE_LOCK);

/** Until the flush that runs is committed; none begins before this transaction ends. */
export const holdFlushLock = (tx: Transaction): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock($1::int8)', [FLUSH_LOCK]);

const NEXT = {
  name: 'metrics.next_flush',
  text: 'UPDATE metrics.flush_state SET version = version + 1 RETURNING version',
};

/** The number of this flush; one more than the last that committed. */
export async function nextFlush(tx: Transaction): Promise<number> {
  const [row] = await tx.prepared<{ version: number }>(NEXT, []);
  return row!.version;
}

const SERIES = `SELECT v.indicator_id AS indicator, v.region, v.period_end AS "periodEnd", v.value, v.numerator, v.denominator
  FROM metrics.indicator_value v`;

export const readWholeSeries = (db: Queryable): Promise<SeriesRow[]> => db.query<SeriesRow>(SERIES);

export async function upsertSeries(tx: Transaction, rows: readonly SeriesRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.prepared(
    UPSERT,
    UPSERT.bind({
      ...keys(rows),
      value: rows.map(({ value }) => value),
      numerator: rows.map(({ numerator }) => numerator),
      denominator: rows.map(({ denominator }) => denominator),
    }),
  );
}

export async function deleteSeries(tx: Transaction, rows: readonly SeriesKey[]): Promise<void> {
  if (rows.length > 0) await tx.prepared(DELETE, DELETE.bind(keys(rows)));
}

export async function insertAnnouncements(
  tx: Transaction,
  announcements: readonly Announcement[],
): Promise<void> {
  if (announcements.length === 0) return;
  await tx.prepared(
    ANNOUNCE,
    ANNOUNCE.bind({
      indicator_id: announcements.map(({ indicator }) => indicator),
      region: announcements.map(({ region }) => region),
      body: announcements.map(({ body }) => body),
    }),
  );
}

export interface StoredAnnouncement {
  readonly number: number;
  readonly indicator_id: string;
  readonly region: string;
  readonly body: string;
}

const ANNOUNCEMENTS = {
  name: 'metrics.announcements',
  text: 'SELECT a.number, a.indicator_id, a.region, a.body FROM metrics.announcement a ORDER BY a.number LIMIT $1',
};

export const readAnnouncements = (db: Queryable, limit: number): Promise<StoredAnnouncement[]> =>
  db.prepared<StoredAnnouncement & object>(ANNOUNCEMENTS, [limit]);

const ANNOUNCED = {
  name: 'metrics.announced',
  text: 'DELETE FROM metrics.announcement a WHERE a.number = ANY ($1::int8[])',
};

export const deleteAnnouncements = (db: Queryable, numbers: readonly number[]): Promise<unknown> =>
  db.prepared(ANNOUNCED, [binaryArray('int8', numbers)]);
