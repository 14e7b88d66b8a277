import { type Queryable, binaryArray } from '@minhai/postgres';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { pinnedDefinition } from './definition-version.js';

/** Definitions that come with the program are adopted by releasing it; its review is theirs. */
const CATALOGUE = 'catalogue';

/** Remembers definitions that were not in force before; a definition that comes back is remembered already. */
export async function recordDefinitions(
  tx: Queryable,
  indicators: readonly IndicatorDefinition[],
): Promise<void> {
  const pinned = indicators.map(pinnedDefinition);
  await tx.query(
    `INSERT INTO gold.indicator_definition (indicator_id, version, digest, definition, valid_from, adopted_by)
     SELECT d.id, d.version, d.digest, d.definition, d.valid_from, $6
     FROM unnest($1::text[], $2::int4[], $3::text[], $4::text[], $5::date[])
       AS d(id, version, digest, definition, valid_from)
     ON CONFLICT (indicator_id, digest) DO NOTHING`,
    [
      binaryArray(
        'text',
        pinned.map(({ id }) => id),
      ),
      binaryArray(
        'int4',
        pinned.map(({ version }) => version),
      ),
      binaryArray(
        'text',
        pinned.map(({ digest }) => digest),
      ),
      binaryArray(
        'text',
        pinned.map(({ text }) => text),
      ),
      binaryArray(
        'date',
        pinned.map(({ validFrom }) => validFrom),
      ),
      CATALOGUE,
    ],
  );
}

export interface AdoptedDefinition {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly validFrom: string;
  readonly adoptedBy: string;
  /** Epoch milliseconds. */
  readonly adoptedAt: number;
  /** Canonical JSON. */
  readonly definition: string;
}

/** Oldest first; of one indicator, or of all. */
export const readDefinitions = (db: Queryable, id: string | null): Promise<AdoptedDefinition[]> =>
  db.query<AdoptedDefinition & object>(
    `SELECT d.indicator_id AS id, d.version, d.digest, d.valid_from AS "validFrom", d.adopted_by AS "adoptedBy",
       d.adopted_at AS "adoptedAt", d.definition
     FROM gold.indicator_definition d WHERE $1::text IS NULL OR d.indicator_id = $1
     ORDER BY d.indicator_id, d.version, d.adopted_at, d.digest`,
    [id],
  );

/** A version as it was adopted last; undefined when there never was such a version. */
export async function findVersion(
  db: Queryable,
  id: string,
  version: number,
): Promise<IndicatorDefinition | undefined> {
  const [row] = await db.query<{ definition: string }>(
    `SELECT d.definition FROM gold.indicator_definition d WHERE d.indicator_id = $1 AND d.version = $2
     ORDER BY d.adopted_at DESC, d.digest LIMIT 1`,
    [id, version],
  );
  return row && (JSON.parse(row.definition) as IndicatorDefinition);
}
