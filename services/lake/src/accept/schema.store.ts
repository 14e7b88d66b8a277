import { CrashError } from '@minhai/errors';
import type { Catalogue } from '@minhai/events';
import { binaryArray, type Queryable } from '@minhai/postgres';

/** Writes the catalogue's schema ids beside the events, so that SQL readers see types. */
export async function recordSchemas(database: Queryable, catalogue: Catalogue): Promise<void> {
  const versions = catalogue.all().flatMap((eventType) => eventType.versions);
  const rows = await database.query<{ schema_id: number }>(
    `INSERT INTO lake.schema AS s (schema_id, type, version)
     SELECT * FROM unnest($1::int[], $2::text[], $3::int[])
     ON CONFLICT DO NOTHING
     RETURNING s.schema_id`,
    [
      binaryArray(
        'int4',
        versions.map((version) => version.schemaId),
      ),
      binaryArray(
        'text',
        versions.map((version) => version.eventType.type),
      ),
      binaryArray(
        'int4',
        versions.map((version) => version.version),
      ),
    ],
  );
  if (rows.length < versions.length) await verifySchemas(database, catalogue);
}

async function verifySchemas(database: Queryable, catalogue: Catalogue): Promise<void> {
  const rows = await database.query<{ schema_id: number; type: string; version: number }>(
    `SELECT s.schema_id, s.type, s.version FROM lake.schema s`,
  );
  const stored = new Map(rows.map((row) => [row.schema_id, `${row.type}:${row.version}`]));
  for (const { schemaId, eventType, version } of catalogue.all().flatMap(({ versions }) => versions)) {
    if (stored.get(schemaId) !== `${eventType.type}:${version}`) {
      throw new CrashError(
        'SCHEMA_INCOMPATIBLE',
        `lake.schema knows schema id ${schemaId} as ${stored.get(schemaId)}`,
      );
    }
  }
}
