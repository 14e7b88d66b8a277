import type { EventType, SchemaVersion, Titles } from '@minhai/events';

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
  readonly fields: readonly FieldDescription[];
  readonly schema: Readonly<Record<string, unknown>>;
  /** Valid CloudEvents of this type, ready to send. */
  readonly samples: readonly unknown[];
}

export interface DescriptionSources {
  readonly codeList: (name: string) => CodeListDescription;
  readonly samples: (type: EventType) => readonly unknown[];
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
  fields: fieldsOf(eventType.latest).map((field) => describeField(field, sources)),
  schema: eventType.latest.schema,
  samples: sources.samples(eventType),
});

const fieldsOf = ({ schema }: SchemaVersion): readonly AnnotatedField[] =>
  schema['fields'] as AnnotatedField[];

const describeField = (field: AnnotatedField, { codeList }: DescriptionSources): FieldDescription => ({
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
  codelist: field.codelist === undefined ? null : codeList(field.codelist),
});

function typeName(type: unknown): string {
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return typeName(type.find((branch) => branch !== 'null'));
  const avro = type as {
    type: unknown;
    items?: unknown;
    logicalType?: string;
    precision?: number;
    scale?: number;
  };
  if (avro.logicalType === 'decimal') return `decimal(${avro.precision},${avro.scale ?? 0})`;
  if (avro.logicalType !== undefined) return avro.logicalType;
  return avro.type === 'array' ? `${typeName(avro.items)}[]` : typeName(avro.type);
}
