import type { Problem } from '@minhai/errors';
import type { Catalogue, EventType, SchemaVersion } from '../catalogue/catalogue.js';
import { problem } from '../outcome.js';
import type { RawAttributes } from './attributes.js';

/** The event type an envelope names; adds ENVELOPE or TYPE_UNKNOWN. */
export function resolveType(
  raw: RawAttributes,
  catalogue: Catalogue,
  problems: Problem[],
): EventType | undefined {
  const eventType = raw.type === undefined ? undefined : catalogue.find(raw.type);
  if (raw.type === undefined) problems.push(problem('ENVELOPE', '/type', 'type is missing'));
  else if (!eventType) problems.push(problem('TYPE_UNKNOWN', '/type'));
  return eventType;
}

/** The version `dataschema` names, the newest without it; adds SCHEMA_UNKNOWN. */
export function resolveSchema(
  raw: RawAttributes,
  eventType: EventType,
  catalogue: Catalogue,
  problems: Problem[],
): SchemaVersion {
  if (raw.dataschema === undefined) return eventType.latest;
  const version = catalogue.findSchemaByUrn(raw.dataschema);
  if (version?.eventType === eventType) return version;
  problems.push(problem('SCHEMA_UNKNOWN', '/dataschema'));
  return eventType.latest;
}
