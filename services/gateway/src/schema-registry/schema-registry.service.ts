import {
  incompatibilities,
  recordName,
  schemaFingerprint,
  schemaLimitProblems,
  type Catalogue,
} from '@minhai/events';
import type { Problem } from '@minhai/errors';
import { refusal } from './registry-refusal.js';
import { handRegisteredId } from './schema-id.js';
import type { SchemaStore, StoredVersion, SubjectVersion } from './schema.store.js';
import type { SubjectNames } from './subject-names.js';

/** Beyond this somebody registers by program. */
const MOST_BY_HAND = 1_000;
const TRIES = 20;

type Schema = Readonly<Record<string, unknown>>;

/** A schema that may be read by everything that recurses into it. */
interface ReadSchema {
  readonly text: string;
  readonly schema: Schema;
  readonly fingerprint: Buffer;
}

/** Throws a refusal 422 with every problem. */
function readSchema(text: string): ReadSchema {
  const problems = schemaLimitProblems(text);
  if (problems.length > 0) throw refusal.schemaInvalid(problems);
  const schema = JSON.parse(text) as Schema;
  return { text, schema, fingerprint: schemaFingerprint(schema) };
}

const reasonsAgainst = ({ schema }: ReadSchema, older: readonly StoredVersion[]): readonly Problem[] => {
  const problems = older.flatMap((each) => incompatibilities(JSON.parse(each.schema) as Schema, schema));
  return [...new Map(problems.map((each) => [`${each.pointer} ${each.message}`, each])).values()];
};

/** The registry of contracts: those of the release, and those registered by hand on the way to one. */
export class SchemaRegistry {
  constructor(
    private readonly store: SchemaStore,
    private readonly catalogue: Catalogue,
    private readonly names: SubjectNames,
  ) {}

  subjects(prefix: string): Promise<string[]> {
    return this.store.subjects(prefix);
  }

  /** Never empty; throws 40401. */
  async versions(name: string): Promise<readonly StoredVersion[]> {
    const subject = this.names.subjectOf(name);
    const versions = subject === undefined ? [] : await this.store.versionsOf(subject);
    if (versions.length === 0) throw refusal.subjectUnknown(name);
    return versions;
  }

  /** `version` is a number from 1 or `latest`. */
  async version(name: string, version: string): Promise<StoredVersion> {
    const wanted = versionNumber(version);
    const versions = await this.versions(name);
    const found = wanted === 'latest' ? versions.at(-1) : versions.find((each) => each.version === wanted);
    if (found === undefined) throw refusal.versionUnknown();
    return found;
  }

  async lookUp(name: string, text: string): Promise<StoredVersion> {
    const read = readSchema(text);
    const found = sameSchema(await this.versions(name), read);
    if (found === undefined) throw refusal.schemaUnknown();
    return found;
  }

  /** Text of a schema. The catalogue answers for its own without the database: these ids are in every record. */
  async schemaOf(id: string): Promise<string> {
    const wanted = idNumber(id);
    const released = this.catalogue.findSchema(wanted);
    if (released !== undefined) return JSON.stringify(released.schema);
    const stored = await this.store.find(wanted);
    if (stored === undefined) throw refusal.schemaUnknown();
    return stored.schema;
  }

  async versionsOfId(id: string): Promise<readonly SubjectVersion[]> {
    const versions = await this.store.versionsOfId(idNumber(id));
    if (versions.length === 0) throw refusal.schemaUnknown();
    return versions;
  }

  /** Reasons why a schema may not follow one version, or (undefined) all versions of a subject. */
  async reasonsAgainst(name: string, version: string | undefined, text: string): Promise<readonly Problem[]> {
    const read = readSchema(text);
    if (version !== undefined) return reasonsAgainst(read, [await this.version(name, version)]);
    return reasonsAgainst(read, await this.store.versionsOf(this.subjectFor(name, read)));
  }

  /**
   * The version a schema has in its subject, added when it is new. `registrar` is asked only then; it answers who
   * registers, or throws.
   */
  async register(name: string, text: string, registrar: () => Promise<string>): Promise<StoredVersion> {
    const read = readSchema(text);
    const subject = this.subjectFor(name, read);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const versions = await this.store.versionsOf(subject);
      const found = sameSchema(versions, read);
      if (found !== undefined) return found;
      const registeredBy = await registrar();
      const added = await this.nextVersion(subject, versions, read);
      if (await this.store.add(added, registeredBy)) return added;
    }
    throw new Error(`subject ${subject} changed ${TRIES} times while a version was added`);
  }

  private async nextVersion(
    subject: string,
    versions: readonly StoredVersion[],
    read: ReadSchema,
  ): Promise<StoredVersion> {
    const problems = reasonsAgainst(read, versions);
    if (problems.length > 0) throw refusal.incompatible(problems);
    if ((await this.store.countByHand()) >= MOST_BY_HAND) throw refusal.full(MOST_BY_HAND);
    return {
      id: await this.freeId(subject, read.fingerprint),
      subject,
      version: (versions.at(-1)?.version ?? 0) + 1,
      isReleased: false,
      fingerprint: read.fingerprint,
      schema: read.text,
    };
  }

  private async freeId(subject: string, fingerprint: Buffer): Promise<number> {
    for (let attempt = 0; ; attempt++) {
      const id = handRegisteredId(subject, fingerprint, attempt);
      const taken = await this.store.find(id);
      if (taken === undefined || (taken.subject === subject && taken.fingerprint.equals(fingerprint)))
        return id;
    }
  }

  /** A schema goes under its own name; any other is a mistake that would show only when nobody finds it. */
  private subjectFor(name: string, { schema }: ReadSchema): string {
    const own = recordName(schema);
    if (this.names.subjectOf(name) === own) return own;
    throw refusal.subjectInvalid(
      `the schema is called ${own}: its subject is ${own} (RecordNameStrategy) or <topic>-${own} ` +
        '(TopicRecordNameStrategy); a topic carries many event types, so <topic>-value names none of them',
    );
  }
}

/** The release before what was registered by hand, the newest before older ones. */
const sameSchema = (
  versions: readonly StoredVersion[],
  { fingerprint }: ReadSchema,
): StoredVersion | undefined => {
  const same = versions.filter((each) => each.fingerprint.equals(fingerprint));
  return same.findLast(({ isReleased }) => isReleased) ?? same.at(-1);
};

function versionNumber(version: string): number | 'latest' {
  if (version === 'latest' || version === '-1') return 'latest';
  if (!/^[1-9]\d{0,8}$/.test(version)) throw refusal.versionInvalid();
  return Number(version);
}

function idNumber(id: string): number {
  const number = /^\d{1,10}$/.test(id) ? Number(id) : 0;
  if (number === 0 || number > 0x7fffffff) throw refusal.schemaUnknown();
  return number;
}
