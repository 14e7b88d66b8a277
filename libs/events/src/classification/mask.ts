import type { EventType } from '../catalogue/catalogue.js';
import { containsPersonNumber } from '../judge/person-number.js';
import { annotationsOf, isPersonal, type FieldAnnotation } from './annotations.js';

/** Stands for a value that is not shown. Says neither how long it is nor whether there is one. */
export const MASK = '***';

/** A text as it may be shown: a citizen's number in it hides all of it, whatever the class of the field. */
export const shownText = (text: string): string => (containsPersonNumber(text) ? MASK : text);

/** A decoded payload with its class 3–4 fields masked, for eyes without the grant. */
export const maskPayload = (
  eventType: EventType,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> => maskFields(annotationsOf(eventType), data);

/** A key that no annotation speaks of is masked. */
function maskFields(
  fields: readonly FieldAnnotation[],
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, maskValue(byName.get(name), value)]),
  );
}

function maskValue(field: FieldAnnotation | undefined, value: unknown): unknown {
  if (!field || isPersonal(field.class)) return MASK;
  if (typeof value === 'string') return shownText(value);
  if (Array.isArray(value)) return value.map((item) => maskValue(field, item));
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    return maskFields(field.fields, value as Record<string, unknown>);
  return Buffer.isBuffer(value) ? MASK : value;
}
