import { CrashError } from '@minhai/errors';
import type { FactEvent } from '../core/definition.js';
import { businessDayOf } from '../core/fact-event.js';
import { decodeEnvelope, type StoredEnvelope } from './stored-envelope.js';

type Payload = Readonly<Record<string, unknown>>;

/** Where payload decoders come from; the event catalogue is one. */
export interface SchemaSource {
  findSchema(schemaId: number): PayloadSchema | undefined;
}

export interface PayloadSchema {
  decode(value: Buffer): unknown;
  /** The payload as the newest version has it: what folds see, whichever version an event was sent in. */
  upgrade?(data: Payload): Payload;
}

/** An event as `history` keeps it. */
export interface StoredEvent {
  readonly event_id: string;
  readonly envelope: string;
  readonly value: Buffer;
}

/** Reads stored events, each once: an event may stand in the histories of several entities. */
export class StoredEventReader {
  private readonly read = new Map<string, FactEvent>();

  constructor(private readonly schemas: SchemaSource) {}

  event(stored: StoredEvent): FactEvent {
    const { event_id: id } = stored;
    const seen = this.read.get(id);
    if (seen) return seen;
    const envelope = decodeEnvelope(stored.envelope);
    // A new object, completed in place: spreading it would copy every event.
    const event = Object.assign(envelope, {
      id,
      data: this.dataOf(envelope, stored.value),
      day: businessDayOf(envelope.time),
    });
    this.read.set(id, event);
    return event;
  }

  /** Events of no entity are kept without their payload; only their envelope matters to a chain. */
  private dataOf({ schemaId }: StoredEnvelope, value: Buffer): Payload {
    if (value.length === 0) return {};
    const schema = this.schemas.findSchema(schemaId);
    if (!schema)
      throw new CrashError('HANDLER_ERROR', `history holds an event of the unknown schema ${schemaId}`);
    const data = schema.decode(value) as Payload;
    return schema.upgrade ? schema.upgrade(data) : data;
  }
}
