import type { Catalogue, EventType } from '../catalogue/catalogue.js';
import type { Sensitivity } from '../envelope.js';
import { annotationsOf, isPersonal, type FieldAnnotation } from './annotations.js';

/**
 * Class of the subject: the highest of the fields it is made of. A subject that the payload does not give (`*`) is that of
 * another event, of which nothing is known here, so it counts as sensitive.
 */
export function subjectClassOf(eventType: EventType): Sensitivity {
  const { subjectTemplate } = eventType;
  if (subjectTemplate === '*') return 4;
  const names = new Set([...subjectTemplate.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!));
  const classes = annotationsOf(eventType)
    .filter(({ name }) => names.has(name))
    .map((field) => field.class);
  return Math.max(1, ...classes) as Sensitivity;
}

/** Free texts of the envelope, `reason` and `actor`, speak about the same person as the event they come with. */
export const freeTextClassOf = (eventType: EventType): Sensitivity =>
  Math.max(eventType.sensitivity, subjectClassOf(eventType)) as Sensitivity;

/** Envelope attributes that may name a person, whatever the event type. */
export const SENSITIVE_ATTRIBUTES = ['subject', 'reason', 'actor'] as const;

/** Names of all class 3–4 fields of all versions, nested ones too, sorted. */
export function sensitiveFieldNames(catalogue: Catalogue): readonly string[] {
  const found = new Set<string>();
  const collect = (field: FieldAnnotation): void => {
    if (isPersonal(field.class)) found.add(field.name);
    field.fields.forEach(collect);
  };
  for (const eventType of catalogue.all()) annotationsOf(eventType).forEach(collect);
  return [...found].sort();
}
