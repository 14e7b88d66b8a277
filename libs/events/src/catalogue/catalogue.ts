import type { Rules } from '@minhai/schemas';
import type { Sensitivity } from '../envelope.js';
import type { RecordShape } from './shape.js';

export interface Titles {
  readonly zh: string;
  readonly en: string;
}

/** One `v<version>.avsc`. */
export interface SchemaVersion {
  /** First four bytes of SHA-256(`<type>:<version>`) without the sign: the same everywhere, no registry needed. */
  readonly schemaId: number;
  readonly version: number;
  /** `urn:mca:schema:<type>:<version>`, the CloudEvents `dataschema`. */
  readonly urn: string;
  readonly eventType: EventType;
  /** The Avro schema with its annotations, as in the file. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The schema as this library walks it. */
  readonly shape: RecordShape;
  /**
   * Confluent frame (0x00, schema id, Avro) as a buffer of its own.
   * Throws RejectedEventError when the payload does not fit the schema.
   */
  encode(data: object): Buffer;
  /** Reverse of `encode`. Only for bytes that passed the pre-flight walk; anything else can end the process. */
  decode(framed: Buffer): Readonly<Record<string, unknown>>;
  /** A payload of this version as the newest version reads it: fields added since have their defaults. */
  upgrade(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** One folder of `schemas/events/`. */
export interface EventType {
  readonly type: string;
  readonly domain: string;
  readonly name: string;
  readonly titles: Titles;
  readonly sensitivity: Sensitivity;
  /** Subject template, e.g. `{institutionId}:{bedType}`; `*` when it cannot be derived. */
  readonly subjectTemplate: string;
  /** `permanent` or years, e.g. `30y`. */
  readonly retention: string;
  /** Months by which event time may lie after registration. */
  readonly aheadMonths: number;
  /** Days by which registration may lag behind event time; undefined: the common limit; null: any. */
  readonly pastDays: number | null | undefined;
  readonly versions: readonly SchemaVersion[];
  readonly latest: SchemaVersion;
  /** The natural key the payload gives, undefined when the type has none. */
  subjectOf(data: Readonly<Record<string, unknown>>): string | undefined;
  readonly rules: Rules<unknown>;
}

export interface Catalogue {
  /** Sorted by type. */
  all(): readonly EventType[];
  find(type: string): EventType | undefined;
  findSchema(schemaId: number): SchemaVersion | undefined;
  /** By `dataschema` urn. */
  findSchemaByUrn(urn: string): SchemaVersion | undefined;
}
