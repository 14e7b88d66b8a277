import type { EventType, FieldShape } from '@minhai/events';

/** A structured CloudEvent as plain JSON. */
export interface SampleEvent {
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  recordedtime: string;
  regionid: string;
  streetid?: string;
  villageid?: string;
  seq?: number;
  sensitivity?: number;
  data: Record<string, unknown>;
  [attribute: string]: unknown;
}

/** The fields a sample is written in: it names no `dataschema`, so those of the newest version. */
export const fieldsOf = ({ latest }: EventType): readonly FieldShape[] => latest.shape.fields;

/** A copy nothing of which is shared. */
export const copyOf = (event: SampleEvent): SampleEvent => structuredClone(event);

/** Gives the event the natural key its payload says; one without a derived key keeps its subject. */
export function renewSubject(event: SampleEvent, eventType: EventType): void {
  const data = Object.fromEntries(fieldsOf(eventType).map(({ name }) => [name, event.data[name] ?? null]));
  event.subject = eventType.subjectOf(data) ?? event.subject;
}
