import { CrashError, type Problem } from '@minhai/errors';
import type { Catalogue, SchemaVersion } from '../catalogue/catalogue.js';
import { FRAME_BYTES } from '../catalogue/framed-codec.js';
import type { DomainEvent } from '../envelope.js';
import { readEnvelope } from '../envelope/read-envelope.js';
import { resolveType } from '../envelope/resolve-type.js';
import { LIMITS } from '../limits.js';
import { problem, refused, type Outcome } from '../outcome.js';
import { compilePreflight, type Preflight } from '../preflight/walk.js';
import { readHeaders } from './read-headers.js';
import type { WireRecord } from './record.js';

const preflights = new WeakMap<SchemaVersion, Preflight>();

/**
 * An untrusted record of an intake topic: headers, frame, pre-flight walk, then decode. Envelope problems all at once;
 * of the value's bytes the first, because nothing behind it can be trusted. Not judged yet.
 */
export function readKafkaEvent(record: WireRecord, catalogue: Catalogue): Outcome<DomainEvent> {
  const problems: Problem[] = [];
  const { headers } = record;
  const raw = readHeaders(headers, problems);
  const eventType = resolveType(raw, catalogue, problems);
  const event = readEnvelope(raw, eventType, problems);
  if (problems.length === 0 && !isKey(record.key, headers))
    problems.push(problem('SUBJECT', '/subject', 'the record key differs from subject'));
  const version = resolveFrame(record.value, catalogue, problems);
  if (!version) return refused(...problems);
  if (eventType && version.eventType !== eventType)
    problems.push(problem('ENVELOPE', '/type', 'the schema id belongs to another type'));
  if (raw.dataschema !== undefined && raw.dataschema !== version.urn)
    problems.push(problem('ENVELOPE', '/dataschema', 'dataschema differs from the schema id'));
  const value = record.value!;
  const unsafe = preflightOf(version)(value, FRAME_BYTES);
  if (unsafe) problems.push(unsafe);
  if (problems.length > 0) return refused(...problems);
  event.schemaId = version.schemaId;
  event.data = version.decode(value);
  return { ok: true, value: event, warnings: [] };
}

/**
 * A record of an accepted topic, or rebuilt from the lake: it passed `readKafkaEvent` and `judge` before, so nothing is
 * checked again; the payload is the newest version's. Throws CrashError when the lake's own record cannot be read.
 */
export function readAcceptedEvent(record: WireRecord, catalogue: Catalogue): DomainEvent {
  const problems: Problem[] = [];
  const raw = readHeaders(record.headers, problems);
  const version = resolveFrame(record.value, catalogue, problems);
  const event = readEnvelope(raw, version?.eventType, problems);
  if (!version || problems.length > 0)
    throw new CrashError(
      'HANDLER_ERROR',
      `an accepted record is unreadable: ${problems[0]?.code} ${problems[0]?.pointer}`,
    );
  event.schemaId = version.schemaId;
  event.data = version.upgrade(version.decode(record.value!));
  return event;
}

export interface Payload {
  readonly version: SchemaVersion;
  readonly data: DomainEvent['data'];
}

/** The payload of an untrusted value by itself, null unless frame, schema id and every byte are in order. */
export function readPayload(value: Buffer | null, catalogue: Catalogue): Payload | null {
  const version = resolveFrame(value, catalogue, []);
  if (!version || preflightOf(version)(value!, FRAME_BYTES)) return null;
  return { version, data: version.decode(value!) };
}

/** The schema version the frame names; adds FRAME, SIZE or SCHEMA_UNKNOWN. */
function resolveFrame(
  value: Buffer | null,
  catalogue: Catalogue,
  problems: Problem[],
): SchemaVersion | undefined {
  if (value === null || value.length < FRAME_BYTES || value[0] !== 0) {
    problems.push(problem('FRAME', '/data'));
    return undefined;
  }
  if (value.length > LIMITS.valueBytes) {
    problems.push(problem('SIZE', '/data'));
    return undefined;
  }
  const version = catalogue.findSchema(value.readInt32BE(1));
  if (!version) problems.push(problem('SCHEMA_UNKNOWN', '/dataschema'));
  return version;
}

/** Partition and order follow from the key, so it has to be the subject, byte for byte. */
const isKey = (key: Buffer | null, headers: WireRecord['headers']): boolean =>
  key !== null && headers['ce_subject']?.equals(key) === true;

function preflightOf(version: SchemaVersion): Preflight {
  let preflight = preflights.get(version);
  if (!preflight) {
    preflight = compilePreflight(version.shape);
    preflights.set(version, preflight);
  }
  return preflight;
}
