import type { Problem } from '@minhai/errors';
import type { Queryable } from '@minhai/postgres';
import { createHash } from 'node:crypto';
import { formatInstant } from '@minhai/domain';
import { describeRecord, type Catalogue, type RecordDescription } from '@minhai/events';
import { decodeHeaders } from './header-bytes.js';

/** What a list shows of a held record: where it came from and what is wrong with it, nothing of its content. */
export interface QuarantineEntry {
  readonly id: number;
  readonly domain: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly causeClass: string;
  readonly state: string;
  readonly eventId: string | null;
  readonly source: string | null;
  readonly type: string | null;
  /** RFC 3339, Asia/Shanghai. */
  readonly producedAt: string;
  readonly receivedAt: string;
  readonly keyBytes: number | null;
  readonly valueBytes: number | null;
}

export interface BytesDigest {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * Attributes and payload as far as they can be read, class 3–4 content masked; of what cannot be read, sizes and digests
 * let a publisher recognise its own record.
 */
export interface QuarantineDetail extends QuarantineEntry, RecordDescription {
  readonly key: BytesDigest | null;
  readonly value: BytesDigest | null;
  readonly headers: readonly { readonly name: string; readonly bytes: number | null }[];
}

export interface QuarantineFilter {
  readonly limit: number;
  readonly code?: string | undefined;
  /** Only entries with a smaller id: the next page. */
  readonly before?: number | undefined;
}

interface EntryRow {
  quarantine_id: number;
  domain: string;
  topic: string;
  partition: number;
  record_offset: number;
  code: string;
  pointer: string;
  message: string;
  problems: Problem[];
  cause_class: string;
  state: string;
  event_id: string | null;
  source: string | null;
  type: string | null;
  produced_at: number;
  received_at: number;
  key_bytes: number | null;
  value_bytes: number | null;
}

interface BytesRow {
  record_key: Buffer | null;
  record_value: Buffer | null;
  record_headers: Buffer;
}

const COLUMNS = `q.quarantine_id, q.domain, q.topic, q.partition, q.record_offset, q.code, q.pointer, q.message, q.problems,
  q.cause_class, q.state, q.event_id, q.source, q.type, q.produced_at, q.received_at, q.key_bytes, q.value_bytes`;

/** Newest first. */
export async function listQuarantine(
  database: Queryable,
  filter: QuarantineFilter,
): Promise<QuarantineEntry[]> {
  const rows = await database.query<EntryRow>(
    `SELECT ${COLUMNS} FROM lake.quarantine_entry q
     WHERE ($1::text IS NULL OR q.code = $1) AND ($2::bigint IS NULL OR q.quarantine_id < $2)
     ORDER BY q.quarantine_id DESC
     LIMIT $3`,
    [filter.code ?? null, filter.before ?? null, filter.limit],
  );
  return rows.map(entryOf);
}

export async function findQuarantined(
  database: Queryable,
  catalogue: Catalogue,
  id: number,
): Promise<QuarantineDetail | undefined> {
  const [row] = await database.query<EntryRow & BytesRow>(
    `SELECT ${COLUMNS}, b.record_key, b.record_value, b.record_headers
     FROM lake.quarantine_entry q
     JOIN lake.quarantine b ON b.quarantine_id = q.quarantine_id
     WHERE q.quarantine_id = $1`,
    [id],
  );
  if (!row) return undefined;
  const headers = decodeHeaders(row.record_headers);
  return {
    ...entryOf(row),
    ...describeRecord({ key: row.record_key, value: row.record_value, headers }, catalogue),
    key: digestOf(row.record_key),
    value: digestOf(row.record_value),
    headers: Object.entries(headers).map(headerOf),
  };
}

const entryOf = (row: EntryRow): QuarantineEntry => ({
  id: row.quarantine_id,
  domain: row.domain,
  topic: row.topic,
  partition: row.partition,
  offset: row.record_offset,
  code: row.code,
  pointer: row.pointer,
  message: row.message,
  problems: row.problems,
  causeClass: row.cause_class,
  state: row.state,
  eventId: row.event_id,
  source: row.source,
  type: row.type,
  producedAt: formatInstant(row.produced_at),
  receivedAt: formatInstant(row.received_at),
  keyBytes: row.key_bytes,
  valueBytes: row.value_bytes,
});

const digestOf = (bytes: Buffer | null): BytesDigest | null =>
  bytes && { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };

const PLAIN_NAME = /^[a-z][a-z0-9_-]{0,39}$/;

/** A name out of the ordinary may itself carry content. */
const headerOf = ([name, value]: [string, Buffer | undefined]): { name: string; bytes: number | null } => ({
  name: PLAIN_NAME.test(name) ? name : '(other)',
  bytes: value?.length ?? null,
});
