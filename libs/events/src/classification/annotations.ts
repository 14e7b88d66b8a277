import type { EventType, Titles } from '../catalogue/catalogue.js';
import type { Sensitivity } from '../envelope.js';

/** From this class on a value is shown only to readers who were granted persons. */
export const PERSONAL: Sensitivity = 3;

const UNTAGGED: Sensitivity = 4;

export const isPersonal = (fieldClass: number): boolean => fieldClass >= PERSONAL;

/** What an `.avsc` says about a field beside its type. */
export interface FieldAnnotation {
  readonly name: string;
  /** 1 public, 2 internal, 3 personal, 4 sensitive personal; a field without one is taken for 4. */
  readonly class: Sensitivity;
  readonly titles: Titles;
  readonly unit: string | undefined;
  /** Value of events written before the field existed, as in the schema; undefined: there is none. */
  readonly default: unknown;
  /** Fields of the record an array holds or the field is; empty for all others. */
  readonly fields: readonly FieldAnnotation[];
}

interface AvroField {
  readonly name: string;
  readonly type: unknown;
  readonly doc?: string;
  readonly zh?: string;
  readonly class?: Sensitivity;
  readonly unit?: string;
  readonly default?: unknown;
}

const known = new WeakMap<EventType, readonly FieldAnnotation[]>();

/**
 * Every field any version of the type has, in order of first appearance, with titles of the newest version that has it
 * and the highest class it ever had.
 */
export function annotationsOf(eventType: EventType): readonly FieldAnnotation[] {
  let annotations = known.get(eventType);
  if (!annotations) {
    annotations = eventType.versions
      .map(({ schema }) => fieldsOf(schema).map((field) => annotationOf(field, UNTAGGED)))
      .reduce(merge, []);
    known.set(eventType, annotations);
  }
  return annotations;
}

function merge(
  older: readonly FieldAnnotation[],
  newer: readonly FieldAnnotation[],
): readonly FieldAnnotation[] {
  const byName = new Map(older.map((field) => [field.name, field]));
  for (const field of newer) {
    const before = byName.get(field.name);
    byName.set(field.name, {
      ...field,
      class: Math.max(field.class, before?.class ?? 1) as Sensitivity,
      fields: merge(before?.fields ?? [], field.fields),
    });
  }
  return [...byName.values()];
}

function annotationOf(field: AvroField, inherited: Sensitivity): FieldAnnotation {
  const own = field.class ?? inherited;
  return {
    name: field.name,
    class: own,
    titles: { zh: field.zh ?? field.name, en: field.doc ?? field.name },
    unit: field.unit,
    default: field.default,
    fields: fieldsOf(field.type).map((inner) => annotationOf(inner, own)),
  };
}

/** Fields of the record a type is, holds as items or has as a branch. */
function fieldsOf(type: unknown): readonly AvroField[] {
  if (Array.isArray(type)) return type.flatMap(fieldsOf);
  if (typeof type !== 'object' || type === null) return [];
  const node = type as { type?: unknown; fields?: AvroField[]; items?: unknown };
  if (node.fields) return node.fields;
  return fieldsOf(node.items ?? node.type);
}
