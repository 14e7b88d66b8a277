import { LIMITS, type EventType, type SchemaVersion, type Titles } from '@minhai/events';

export interface CodeDescription extends Titles {
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface CodeListDescription extends Titles {
  readonly list: string;
  readonly codes: readonly CodeDescription[];
}

export interface FieldDescription extends Titles {
  readonly name: string;
  /** Avro type as a publisher reads it: `string`, `int`, `long`, `boolean`, `date`, `decimal(12,2)`, `string[]`. */
  readonly type: string;
  readonly required: boolean;
  /** 1 public, 2 internal, 3 personal, 4 sensitive personal. */
  readonly class: number;
  readonly unit: string | null;
  readonly check: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly codelist: CodeListDescription | null;
  /** Of the records in an array, else empty. */
  readonly fields: readonly FieldDescription[];
}

export interface RuleDescription extends Titles {
  readonly name: string;
  readonly code: 'RULE';
  readonly pointer: string;
}

export interface VersionDescription {
  readonly version: number;
  readonly schemaId: number;
  readonly dataschema: string;
  /** Fields this version brought; empty for the first. */
  readonly added: readonly string[];
}

/** A valid CloudEvent of the type, ready to send. */
export interface SampleDescription {
  readonly name: string;
  readonly event: unknown;
}

/** An event that is refused, and why. */
export interface RefusedDescription extends SampleDescription {
  readonly code: string;
  readonly rule: string | null;
  readonly pointer: string;
}

export interface EventTypeSummary {
  readonly type: string;
  readonly domain: string;
  readonly titles: Titles;
  readonly sensitivity: number;
  /** Natural key and Kafka key, e.g. `{institutionId}:{bedType}`; `*` when it is not derived from the payload. */
  readonly subject: string;
  readonly retention: string;
  readonly schemaId: number;
  readonly dataschema: string;
  readonly versions: readonly number[];
}

export interface EventTypeDescription extends EventTypeSummary {
  /** Kafka topic for publishers who write Avro themselves. */
  readonly topic: string;
  /** Months by which event time may lie after registration. */
  readonly aheadMonths: number;
  /** Days by which registration may lag behind event time; null: any. */
  readonly pastDays: number | null;
  readonly fields: readonly FieldDescription[];
  readonly rules: readonly RuleDescription[];
  readonly history: readonly VersionDescription[];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly samples: readonly SampleDescription[];
  readonly refused: readonly RefusedDescription[];
}

export interface DescriptionSources {
  readonly codeList: (name: string) => CodeListDescription;
  readonly samples: (type: EventType) => Pick<EventTypeDescription, 'samples' | 'refused'>;
  readonly topic: (domain: string) => string;
}

interface AnnotatedField {
  readonly name: string;
  readonly type: unknown;
  readonly default?: unknown;
  readonly doc: string;
  readonly zh: string;
  readonly class: number;
  readonly unit?: string;
  readonly check?: string;
  readonly codelist?: string;
  readonly min?: number;
  readonly max?: number;
}

interface AvroType {
  readonly type: unknown;
  readonly items?: unknown;
  readonly fields?: readonly AnnotatedField[];
  readonly logicalType?: string;
  readonly precision?: number;
  readonly scale?: number;
}

export const summariseEventType = (eventType: EventType): EventTypeSummary => ({
  type: eventType.type,
  domain: eventType.domain,
  titles: eventType.titles,
  sensitivity: eventType.sensitivity,
  subject: eventType.subjectTemplate,
  retention: eventType.retention,
  schemaId: eventType.latest.schemaId,
  dataschema: eventType.latest.urn,
  versions: eventType.versions.map(({ version }) => version),
});

/** Everything a publisher needs to write the event, from the schema's own annotations. */
export const describeEventType = (
  eventType: EventType,
  sources: DescriptionSources,
): EventTypeDescription => ({
  ...summariseEventType(eventType),
  topic: sources.topic(eventType.domain),
  aheadMonths: eventType.aheadMonths,
  pastDays: eventType.pastDays === undefined ? LIMITS.pastDays : eventType.pastDays,
  fields: fieldsOf(eventType.latest).map((field) => describeField(field, sources)),
  rules: eventType.rules.map(({ name, pointer, zh, en }) => ({ name, code: 'RULE', pointer, zh, en })),
  history: eventType.versions.map(describeVersion),
  schema: eventType.latest.schema,
  ...sources.samples(eventType),
});

const describeVersion = (
  { version, schemaId, urn, shape }: SchemaVersion,
  index: number,
  versions: readonly SchemaVersion[],
): VersionDescription => {
  const before = new Set((versions[index - 1]?.shape ?? shape).fields.map(({ name }) => name));
  const added = shape.fields.map(({ name }) => name).filter((name) => !before.has(name));
  return { version, schemaId, dataschema: urn, added };
};

const fieldsOf = ({ schema }: SchemaVersion): readonly AnnotatedField[] =>
  schema['fields'] as AnnotatedField[];

const describeField = (field: AnnotatedField, sources: DescriptionSources): FieldDescription => ({
  name: field.name,
  zh: field.zh,
  en: field.doc,
  type: typeName(field.type),
  required: field.default === undefined,
  class: field.class,
  unit: field.unit ?? null,
  check: field.check ?? null,
  min: field.min ?? null,
  max: field.max ?? null,
  codelist: field.codelist === undefined ? null : sources.codeList(field.codelist),
  fields: itemFields(field.type).map((item) => describeField(item, sources)),
});

function itemFields(type: unknown): readonly AnnotatedField[] {
  if (Array.isArray(type)) return itemFields(type.find((branch) => branch !== 'null'));
  return ((type as AvroType).items as AvroType | undefined)?.fields ?? [];
}

function typeName(type: unknown): string {
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return typeName(type.find((branch) => branch !== 'null'));
  const avro = type as AvroType;
  if (avro.logicalType === 'decimal') return `decimal(${avro.precision},${avro.scale ?? 0})`;
  if (avro.logicalType !== undefined) return avro.logicalType;
  return avro.type === 'array' ? `${typeName(avro.items)}[]` : typeName(avro.type);
}
