import { annotationsOf, isPersonal, type EventType, type FieldAnnotation, type Shape } from '@minhai/events';
import { ENVELOPE_COLUMNS } from './envelope-columns.js';
import { columnNameOf } from './view-name.js';

export type SqlType = 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'numeric' | 'bytea' | 'jsonb';

/** A payload field as a column of the view. */
export interface PayloadColumn {
  readonly annotation: FieldAnnotation;
  /** Unique in the view. */
  readonly name: string;
  /** The name in quotes: fields are called `foreign` or `order` too, which readers then write as `v.foreign`. */
  readonly quoted: string;
  readonly sqlType: SqlType;
}

/** Columns of all versions in order of first appearance, so that a new version only ever adds columns at the end. */
export function payloadColumnsOf(eventType: EventType): readonly PayloadColumn[] {
  const columns = annotationsOf(eventType).map((annotation) => {
    const own = columnNameOf(annotation.name);
    const name = ENVELOPE_COLUMNS.has(own) ? `data_${own}` : own;
    return {
      annotation,
      name,
      quoted: `"${name}"`,
      sqlType: sqlTypeOf(newestShapeOf(eventType, annotation.name)),
    };
  });
  if (new Set(columns.map(({ name }) => name)).size < columns.length)
    throw new TypeError(`two fields of ${eventType.type} give one column`);
  return columns;
}

function newestShapeOf({ versions }: EventType, field: string): Shape {
  const shapes = versions.flatMap(({ shape }) => shape.fields.filter(({ name }) => name === field));
  return shapes.at(-1)!.shape;
}

/** Optional values have the type of the value; what has no SQL type of its own is jsonb. */
export function sqlTypeOf(shape: Shape): SqlType {
  switch (shape.kind) {
    case 'string':
    case 'enum':
      return 'text';
    case 'int':
      return 'integer';
    case 'long':
      return 'bigint';
    case 'decimal':
      return 'numeric';
    case 'bytes':
      return 'bytea';
    case 'boolean':
    case 'date':
      return shape.kind;
    case 'union': {
      const types = new Set(shape.branches.filter(({ kind }) => kind !== 'null').map(sqlTypeOf));
      return types.size === 1 ? [...types][0]! : 'jsonb';
    }
    default:
      return 'jsonb';
  }
}

/** True when something personal lies inside a field that is not personal as a whole. */
export const hidesInside = ({ fields }: FieldAnnotation): boolean =>
  fields.some((field) => isPersonal(field.class) || hidesInside(field));
