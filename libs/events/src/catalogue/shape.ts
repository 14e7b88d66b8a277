/** The subset of Avro that contracts use, as a tree; maps, floats and fixed are not part of it. */
export type Shape =
  | { readonly kind: 'null' | 'boolean' | 'int' | 'long' | 'string' | 'bytes' | 'date' }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'enum'; readonly symbols: readonly string[] }
  | { readonly kind: 'array'; readonly items: Shape }
  | { readonly kind: 'union'; readonly branches: readonly Shape[] }
  | RecordShape;

export interface RecordShape {
  readonly kind: 'record';
  readonly fields: readonly FieldShape[];
}

export interface FieldShape {
  readonly name: string;
  readonly shape: Shape;
  /** Absent in JSON means this; undefined when the field is required. Only null is used. */
  readonly fallback: null | undefined;
  readonly codelist: string | undefined;
  readonly check: string | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

interface AvroField {
  readonly name: string;
  readonly type: unknown;
  readonly default?: unknown;
  readonly codelist?: string;
  readonly check?: string;
  readonly min?: number;
  readonly max?: number;
}

/** Throws when the schema is not a record of the subset. */
export function readRecordShape(schema: unknown): RecordShape {
  const shape = readShape(schema);
  if (shape.kind !== 'record') throw new TypeError('an event schema is a record');
  return shape;
}

const PLAIN = ['null', 'boolean', 'int', 'long', 'string', 'bytes'] as const;

function readShape(schema: unknown): Shape {
  if (Array.isArray(schema)) return { kind: 'union', branches: schema.map(readShape) };
  const plain = PLAIN.find((kind) => kind === schema);
  if (plain) return { kind: plain };
  if (typeof schema === 'object' && schema !== null)
    return readComplexShape(schema as Record<string, unknown>);
  throw new TypeError(`Avro type ${JSON.stringify(schema)} is not used in contracts`);
}

function readComplexShape(schema: Record<string, unknown>): Shape {
  switch (schema['type']) {
    case 'record':
      return { kind: 'record', fields: (schema['fields'] as AvroField[]).map(readField) };
    case 'array':
      return { kind: 'array', items: readShape(schema['items']) };
    case 'enum':
      return { kind: 'enum', symbols: schema['symbols'] as string[] };
    case 'int':
      return { kind: schema['logicalType'] === 'date' ? 'date' : 'int' };
    case 'bytes':
      return schema['logicalType'] === 'decimal'
        ? { kind: 'decimal', precision: Number(schema['precision']), scale: Number(schema['scale'] ?? 0) }
        : { kind: 'bytes' };
    default:
      return readShape(schema['type']);
  }
}

const readField = (field: AvroField): FieldShape => ({
  name: field.name,
  shape: readShape(field.type),
  fallback: field.default === null ? null : undefined,
  codelist: field.codelist,
  check: field.check,
  min: field.min,
  max: field.max,
});
