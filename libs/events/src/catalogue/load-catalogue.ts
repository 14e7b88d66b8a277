import { EVENT_FOLDERS, readEventSchema, type EventFolder, type Rules } from '@minhai/schemas';
import type { Sensitivity } from '../envelope.js';
import type { Catalogue, EventType, SchemaVersion } from './catalogue.js';
import { decodeFramed, encodeFramed } from './framed-codec.js';
import { avroTypeOf } from './logical-types.js';
import { schemaIdOf, schemaUrn } from './schema-id.js';
import { readRecordShape, type RecordShape } from './shape.js';
import { compileSubjectTemplate } from './subject-template.js';
import { compileUpgrade } from './upgrade.js';

/** What `v<version>.avsc` says about the event type beside its fields. */
interface SchemaHead {
  readonly doc: string;
  readonly zh: string;
  readonly subject: string;
  readonly sensitivity: Sensitivity;
  readonly retention: string;
  readonly aheadMonths?: number;
  readonly pastDays?: number | null;
}

let loaded: Catalogue | undefined;

/** Every event type of @minhai/schemas, read once per process. */
export const loadCatalogue = (): Catalogue => (loaded ??= buildCatalogue(EVENT_FOLDERS, readEventSchema));

/** Domains that have event types; each has an intake and an accepted topic. */
export const DOMAINS: readonly string[] = [...new Set(EVENT_FOLDERS.map(({ domain }) => domain))].sort();

export function buildCatalogue(
  folders: readonly EventFolder[],
  readSchema: (folder: EventFolder, version: number) => Readonly<Record<string, unknown>>,
): Catalogue {
  const types = folders.map((folder) => buildEventType(folder, readSchema));
  const byType = new Map(types.map((eventType) => [eventType.type, eventType]));
  const versions = types.flatMap((eventType) => eventType.versions);
  const byId = new Map(versions.map((version) => [version.schemaId, version]));
  const byUrn = new Map(versions.map((version) => [version.urn, version]));
  return {
    all: () => types,
    find: (type) => byType.get(type),
    findSchema: (schemaId) => byId.get(schemaId),
    findSchemaByUrn: (urn) => byUrn.get(urn),
  };
}

function buildEventType(
  folder: EventFolder,
  readSchema: (folder: EventFolder, version: number) => Readonly<Record<string, unknown>>,
): EventType {
  const versions: SchemaVersion[] = [];
  const schemas = folder.versions.map((version) => ({ version, schema: readSchema(folder, version) }));
  const head = schemas.at(-1)!.schema as unknown as SchemaHead;
  const eventType: Omit<EventType, 'latest'> & { latest: SchemaVersion | undefined } = {
    type: folder.type,
    domain: folder.domain,
    name: folder.name,
    titles: { zh: head.zh, en: head.doc },
    sensitivity: head.sensitivity,
    subjectTemplate: head.subject,
    retention: head.retention,
    aheadMonths: head.aheadMonths ?? 0,
    pastDays: head.pastDays,
    versions,
    latest: undefined,
    subjectOf: compileSubjectTemplate(head.subject),
    rules: folder.rules as Rules<unknown>,
  };
  const newest = readRecordShape(schemas.at(-1)!.schema);
  for (const { version, schema } of schemas)
    versions.push(buildVersion(eventType as EventType, { version, schema, newest }));
  eventType.latest = versions.at(-1);
  return eventType as EventType;
}

function buildVersion(
  eventType: EventType,
  {
    version,
    schema,
    newest,
  }: { version: number; schema: Readonly<Record<string, unknown>>; newest: RecordShape },
): SchemaVersion {
  const type = avroTypeOf(schema);
  const shape = readRecordShape(schema);
  const schemaId = schemaIdOf(eventType.type, version);
  return {
    schemaId,
    version,
    urn: schemaUrn(eventType.type, version),
    eventType,
    schema,
    shape,
    encode: (data) => encodeFramed(type, schemaId, data),
    decode: (framed) => decodeFramed(type, framed),
    upgrade: compileUpgrade(shape, newest),
  };
}
