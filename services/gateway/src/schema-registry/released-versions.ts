import { recordName, schemaFingerprint, type Catalogue, type SchemaVersion } from '@minhai/events';
import { ConfigurationError } from '@minhai/nest';
import type { SchemaStore, StoredVersion } from './schema.store.js';

/** A version of the catalogue as the registry stores it. */
export const releasedVersion = ({ schemaId, version, schema }: SchemaVersion): StoredVersion => ({
  id: schemaId,
  subject: recordName(schema),
  version,
  isReleased: true,
  fingerprint: schemaFingerprint(schema),
  schema: JSON.stringify(schema),
});

/** Throws ConfigurationError when an id of this release stands for another schema in the database. */
export async function publishRelease(catalogue: Catalogue, store: SchemaStore): Promise<void> {
  const versions = catalogue.all().flatMap((eventType) => eventType.versions.map(releasedVersion));
  const changed = await store.release(versions);
  if (changed.length === 0) return;
  throw new ConfigurationError(
    changed.map(
      ({ id, subject, version }) =>
        `schema id ${id} of ${subject} version ${version} stands for another schema in gateway.registered_schema: ` +
        'stored events would be read wrongly. A released contract never changes; release a new version instead',
    ),
  );
}
