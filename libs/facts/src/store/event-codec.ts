import type { DomainEvent, Envelope } from '@minhai/events';
import { CrashError } from '@minhai/errors';
import type { FactEvent } from '../core/definition.js';
import { businessDayOf } from '../core/fact-event.js';

/** Where payload decoders come from; the event catalogue is one. */
export interface SchemaSource {
  findSchema(schemaId: number): { decode(value: Buffer): unknown } | undefined;
}

/** An event as `history` keeps it. */
export interface StoredEvent {
  readonly event_id: string;
  readonly envelope: StoredEnvelope;
  readonly value: Buffer;
}

type StoredEnvelope = Omit<Envelope, 'id'> & { readonly schemaId: number };

export const encodeEnvelope = (event: DomainEvent): string =>
  JSON.stringify({
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: event.time,
    recordedTime: event.recordedTime,
    regionId: event.regionId,
    streetId: event.streetId,
    villageId: event.villageId,
    seq: event.seq,
    sensitivity: event.sensitivity,
    correctionOf: event.correctionOf,
    voids: event.voids,
    reason: event.reason,
    actor: event.actor,
    schemaId: event.schemaId,
  } satisfies StoredEnvelope);

/** Reads stored events, each once: an event may stand in the histories of several entities. */
export class StoredEventReader {
  private readonly read = new Map<string, FactEvent>();

  constructor(private readonly schemas: SchemaSource) {}

  event(stored: StoredEvent): FactEvent {
    const seen = this.read.get(stored.event_id);
    if (seen) return seen;
    const { event_id: id, envelope } = stored;
    // The row is ours and read once: completing its envelope in place spares a copy of every event.
    const event = Object.assign(envelope, {
      id,
      data: this.dataOf(stored),
      day: businessDayOf(envelope.time),
    });
    this.read.set(event.id, event);
    return event;
  }

  /** Events of no entity are kept without their payload; only their envelope matters to a chain. */
  private dataOf({ envelope, value }: StoredEvent): Readonly<Record<string, unknown>> {
    if (value.length === 0) return {};
    const schema = this.schemas.findSchema(envelope.schemaId);
    if (!schema)
      throw new CrashError(
        'HANDLER_ERROR',
        `history holds an event of the unknown schema ${envelope.schemaId}`,
      );
    return schema.decode(value) as Readonly<Record<string, unknown>>;
  }
}
