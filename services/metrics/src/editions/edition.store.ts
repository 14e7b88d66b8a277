import { RefusedError } from '@minhai/errors';
import type { Queryable } from '@minhai/postgres';
import type { EditionContents } from './contents.js';
import type { EditionState, PublicEditionKey, Transition } from './edition-file.js';

export interface StoredEdition {
  readonly id: string;
  readonly district: string;
  readonly period: string;
  readonly asOf: string;
  /** Epoch milliseconds. */
  readonly knownAt: number;
  readonly digest: string;
  readonly state: EditionState;
}

const COLUMNS = `e.id, e.district, e.period, e.as_of AS "asOf", e.known_at AS "knownAt", e.digest, e.state`;

export const listEditions = (db: Queryable, district: string | null): Promise<StoredEdition[]> =>
  db.query<StoredEdition & object>(
    `SELECT ${COLUMNS} FROM gold.edition_state e WHERE $1::text IS NULL OR e.district = $1
     ORDER BY e.district, e.period, e.id`,
    [district],
  );

/** Throws RefusedError 404 for an unknown one. */
export async function getEdition(db: Queryable, id: string): Promise<StoredEdition> {
  const [row] = await db.query<StoredEdition & object>(
    `SELECT ${COLUMNS} FROM gold.edition_state e WHERE e.id = $1`,
    [id],
  );
  if (!row) throw new RefusedError(404, 'NOT_FOUND', 'no such edition');
  return row;
}

/** Exactly the bytes that were signed. */
export async function readContents(db: Queryable, id: string): Promise<Buffer | undefined> {
  const [row] = await db.query<{ contents: Buffer }>(
    'SELECT e.contents FROM gold.edition e WHERE e.id = $1',
    [id],
  );
  return row?.contents;
}

export const readTransitions = (db: Queryable, id: string): Promise<Transition[]> =>
  db.query<Transition & object>(
    `SELECT t.edition_id AS edition, t.digest, t.sequence, t.state, t.by_reader AS by, t.at, t.reason, t.key_id AS key,
       t.previous, t.signature
     FROM gold.edition_transition t WHERE t.edition_id = $1 ORDER BY t.sequence`,
    [id],
  );

/**
 * One after another, so that the same draft asked for twice at once is made once, and two that are published at once know
 * of each other. Until the transaction ends.
 */
export const lockEditionsOf = (tx: Queryable, district: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`editions ${district}`]);

export const lockEdition = (tx: Queryable, id: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`edition ${id}`]);

export interface NewEdition {
  readonly id: string;
  readonly contents: EditionContents;
  /** `contents` as canonical JSON, and its SHA-256. */
  readonly text: string;
  readonly digest: string;
}

export async function insertEdition(
  tx: Queryable,
  { id, contents, text, digest }: NewEdition,
): Promise<void> {
  await tx.query(
    `INSERT INTO gold.edition (id, district, period, as_of, known_at, digest, contents, open_findings, held_events)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      contents.district,
      contents.period,
      contents.asOf,
      contents.knownAt,
      digest,
      Buffer.from(text),
      contents.findings.open,
      contents.held.district + contents.held.unattributed,
    ],
  );
  await tx.query(
    `INSERT INTO gold.edition_figure SELECT * FROM jsonb_populate_recordset(NULL::gold.edition_figure, $1::jsonb)`,
    [JSON.stringify(figureRows(id, contents))],
  );
}

function figureRows(id: string, contents: EditionContents): Record<string, unknown>[] {
  const definitions = new Map(contents.definitions.map((pinned) => [pinned.id, pinned]));
  return contents.figures.map(({ indicator, region, base, target, ...figure }) => ({
    edition_id: id,
    indicator_id: indicator,
    region,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    withheld: figure.withheld,
    base_published: base?.published ?? null,
    base_computed: base?.computed ?? null,
    base_match: base?.match ?? null,
    target_literal: target?.literal ?? null,
    completion: figure.completion,
    status: figure.status,
    definition_version: definitions.get(indicator)!.version,
    definition_digest: definitions.get(indicator)!.digest,
  }));
}

export async function insertTransition(
  tx: Queryable,
  transition: Transition,
  key: PublicEditionKey,
): Promise<void> {
  await tx.query(
    `INSERT INTO gold.edition_key (id, algorithm, public_key) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING`,
    [key.id, key.algorithm, key.publicKey],
  );
  await tx.query(
    `INSERT INTO gold.edition_transition
       (edition_id, sequence, state, by_reader, at, digest, reason, key_id, previous, signature)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      transition.edition,
      transition.sequence,
      transition.state,
      transition.by,
      transition.at,
      transition.digest,
      transition.reason,
      transition.key,
      transition.previous,
      transition.signature,
    ],
  );
}

export const listKeys = (db: Queryable): Promise<PublicEditionKey[]> =>
  db.query<PublicEditionKey & object>(
    `SELECT k.id, k.algorithm, k.public_key AS "publicKey" FROM gold.edition_key k ORDER BY k.id`,
  );
