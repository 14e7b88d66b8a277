import { RetryableError } from '@minhai/errors';
import type { Database } from '@minhai/postgres';

/** A schema under its id. Its meaning never changes. */
export interface StoredSchema {
  readonly id: number;
  readonly subject: string;
  readonly fingerprint: Buffer;
  readonly schema: string;
}

export interface StoredVersion extends StoredSchema {
  readonly version: number;
  /** Part of a release; otherwise registered by hand. */
  readonly isReleased: boolean;
}

export interface SubjectVersion {
  readonly subject: string;
  readonly version: number;
}

/** Of a number that stands twice, the release counts. */
const VISIBLE = `
  SELECT DISTINCT ON (schema_version.subject, schema_version.version)
         schema_version.subject, schema_version.version, schema_version.is_released, schema_version.schema_id
    FROM gateway.schema_version`;
const BY_RELEASE = 'ORDER BY schema_version.subject, schema_version.version, schema_version.is_released DESC';

const VERSIONS_OF = {
  name: 'gateway_schema_versions_of',
  text: `
    SELECT visible.version, visible.is_released AS "isReleased", stored.id, stored.subject,
           stored.fingerprint, stored.schema
      FROM (${VISIBLE} WHERE schema_version.subject = $1 ${BY_RELEASE}) AS visible
      JOIN gateway.registered_schema AS stored ON stored.id = visible.schema_id
     ORDER BY visible.version`,
};
const VERSIONS_OF_ID = {
  name: 'gateway_schema_versions_of_id',
  text: `
    SELECT visible.subject, visible.version
      FROM (${VISIBLE}
             WHERE schema_version.subject =
                   (SELECT stored.subject FROM gateway.registered_schema AS stored WHERE stored.id = $1)
             ${BY_RELEASE}) AS visible
     WHERE visible.schema_id = $1
     ORDER BY visible.version`,
};
const SCHEMAS = {
  name: 'gateway_schemas_by_id',
  text: `SELECT stored.id, stored.subject, stored.fingerprint, stored.schema
           FROM gateway.registered_schema AS stored WHERE stored.id = ANY ($1::integer[])`,
};
const SUBJECTS = {
  name: 'gateway_schema_subjects',
  text: `SELECT DISTINCT schema_version.subject FROM gateway.schema_version
          WHERE starts_with(schema_version.subject, $1) ORDER BY schema_version.subject`,
};
const BY_HAND = {
  name: 'gateway_schemas_by_hand',
  text: 'SELECT count(*) AS schemas FROM gateway.registered_schema AS stored WHERE stored.registered_by IS NOT NULL',
};
const ADD_VERSIONS = {
  name: 'gateway_add_schema_versions',
  text: `INSERT INTO gateway.schema_version (subject, version, is_released, schema_id)
         SELECT added.subject, added.version, $4, added.id
           FROM unnest($1::text[], $2::integer[], $3::integer[]) AS added(subject, version, id)
             ON CONFLICT DO NOTHING RETURNING schema_version.schema_id`,
};
const ADD_SCHEMAS = {
  name: 'gateway_add_schemas',
  text: `INSERT INTO gateway.registered_schema (id, subject, fingerprint, schema, registered_by)
         SELECT added.id, added.subject, decode(added.fingerprint, 'hex'), added.schema, $5::uuid
           FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[]) AS added(id, subject, fingerprint, schema)
             ON CONFLICT DO NOTHING`,
};

const sameMeaning = (a: StoredSchema, b: StoredSchema): boolean =>
  a.subject === b.subject && a.fingerprint.equals(b.fingerprint);

/** Subjects, versions and ids in PostgreSQL. Rows are added and never changed. */
export class SchemaStore {
  constructor(private readonly database: Database) {}

  async subjects(prefix: string): Promise<string[]> {
    const rows = await this.database.prepared<{ subject: string }>(SUBJECTS, [prefix]);
    return rows.map(({ subject }) => subject);
  }

  /** By version; empty for an unknown subject. */
  versionsOf(subject: string): Promise<StoredVersion[]> {
    return this.database.prepared<StoredVersion>(VERSIONS_OF, [subject]);
  }

  versionsOfId(id: number): Promise<SubjectVersion[]> {
    return this.database.prepared<SubjectVersion>(VERSIONS_OF_ID, [id]);
  }

  async find(id: number): Promise<StoredSchema | undefined> {
    return (await this.schemas([id]))[0];
  }

  /** Schemas that no release contained when they came. */
  async countByHand(): Promise<number> {
    const rows = await this.database.prepared<{ schemas: number }>(BY_HAND, []);
    return rows[0]!.schemas;
  }

  /** Makes the versions of a release known; returns those whose id stands for another schema already. */
  async release(versions: readonly StoredVersion[]): Promise<StoredVersion[]> {
    await this.database.transaction(async (tx) => {
      await tx.prepared(ADD_SCHEMAS, [...columns(versions), null]);
      await tx.prepared(ADD_VERSIONS, [...versionColumns(versions), true]);
    });
    const stored = await this.schemas(versions.map(({ id }) => id));
    const byId = new Map(stored.map((schema) => [schema.id, schema]));
    return versions.filter((version) => !sameMeaning(byId.get(version.id)!, version));
  }

  /** False when the version number was given away meanwhile; nothing is written then. */
  async add(version: StoredVersion, registeredBy: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const added = await tx.prepared(ADD_VERSIONS, [...versionColumns([version]), false]);
      if (added.length === 0) return false;
      await tx.prepared(ADD_SCHEMAS, [...columns([version]), registeredBy]);
      const [stored] = await tx.prepared<StoredSchema>(SCHEMAS, [[version.id]]);
      // Another schema took the id between our look and now: undone, and the next try moves on.
      if (!sameMeaning(stored!, version)) throw new RetryableError('UNAVAILABLE', 'the schema id was taken');
      return true;
    });
  }

  private schemas(ids: readonly number[]): Promise<StoredSchema[]> {
    return this.database.prepared<StoredSchema>(SCHEMAS, [ids]);
  }
}

const columns = (schemas: readonly StoredSchema[]) => [
  schemas.map(({ id }) => id),
  schemas.map(({ subject }) => subject),
  schemas.map(({ fingerprint }) => fingerprint.toString('hex')),
  schemas.map(({ schema }) => schema),
];

const versionColumns = (versions: readonly StoredVersion[]) => [
  versions.map(({ subject }) => subject),
  versions.map(({ version }) => version),
  versions.map(({ id }) => id),
];
