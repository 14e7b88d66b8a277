import type { Problem } from '@minhai/errors';
import type { Catalogue, SchemaVersion } from '../catalogue/catalogue.js';
import type { DomainEvent } from '../envelope.js';
import { isAttribute, isIgnoredAttribute, type RawAttributes } from '../envelope/attributes.js';
import { readEnvelope } from '../envelope/read-envelope.js';
import { resolveSchema, resolveType } from '../envelope/resolve-type.js';
import { problem, refused, type Outcome } from '../outcome.js';
import { compilePayloadReader, type PayloadReader } from './payload-reader.js';
import { escapePointer } from './pointer.js';
import { parseStrictJson } from './strict-json.js';

const readers = new WeakMap<SchemaVersion, PayloadReader>();

/** One structured CloudEvent as JSON text: strict JSON, then `readJsonEvent`. */
export function readHttpEvent(text: string | Buffer, catalogue: Catalogue): Outcome<DomainEvent> {
  const json = parseStrictJson(text);
  return json.ok ? readJsonEvent(json.value, catalogue) : json;
}

/**
 * One structured CloudEvent from a parsed value (duplicate keys can no longer be seen): envelope and payload, all
 * problems at once. Not judged yet.
 */
export function readJsonEvent(value: unknown, catalogue: Catalogue): Outcome<DomainEvent> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(problem('BODY', '', 'a CloudEvent is a JSON object'));
  const object = value as Readonly<Record<string, unknown>>;
  const problems: Problem[] = [];
  const raw = readAttributes(object, problems);
  const eventType = resolveType(raw, catalogue, problems);
  const event = readEnvelope(raw, eventType, problems);
  if (!eventType) return refused(...problems);
  const version = resolveSchema(raw, eventType, catalogue, problems);
  const data = Object.hasOwn(object, 'data') ? object['data'] : undefined;
  if (data === undefined) return refused(...problems, problem('FIELD_MISSING', '/data'));
  event.schemaId = version.schemaId;
  event.data = readerOf(version)(data, problems);
  return problems.length > 0 ? refused(...problems) : { ok: true, value: event, warnings: [] };
}

function readerOf(version: SchemaVersion): PayloadReader {
  let reader = readers.get(version);
  if (!reader) {
    reader = compilePayloadReader(version.shape);
    readers.set(version, reader);
  }
  return reader;
}

function readAttributes(object: Readonly<Record<string, unknown>>, problems: Problem[]): RawAttributes {
  const raw: RawAttributes = {};
  for (const name of Object.keys(object)) {
    if (name === 'data' || isIgnoredAttribute(name)) continue;
    const value = object[name];
    if (!isAttribute(name))
      problems.push(problem('ENVELOPE', `/${escapePointer(name)}`, 'not an attribute of this product'));
    else if (typeof value === 'string') raw[name] = value;
    else if (typeof value === 'number' && (name === 'seq' || name === 'sensitivity'))
      raw[name] = String(value);
    else if (value !== null) problems.push(problem('ENVELOPE', `/${name}`, `${name} is a string`));
  }
  if (raw.datacontenttype !== undefined && !/^application\/(.+\+)?json *(;.*)?$/i.test(raw.datacontenttype))
    problems.push(problem('ENVELOPE', '/datacontenttype', 'data is JSON'));
  return raw;
}
