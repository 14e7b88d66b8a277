import type { EventType, SchemaVersion } from '@minhai/events';
import { sqlLiteral, VIEW_READERS } from '@minhai/postgres';
import { payloadColumnsOf, type PayloadColumn } from './columns.js';
import { readInto, SHARED_VARIABLES } from './read-statements.js';
import { Routine } from './routine.js';
import { readerNameOf } from './view-name.js';

/**
 * `lake.read_<view>(payload)`: the payload's fields of any version as one row, read byte by byte in the order of the
 * schema. The search path is fixed, so that nobody's own `get_byte` is handed what the view masks. Written per type,
 * because a reader that interprets schemas is several times slower.
 */
export function readerFunction(eventType: EventType): string {
  const name = `lake.${readerNameOf(eventType.type)}`;
  const routine = new Routine();
  const columns = payloadColumnsOf(eventType);
  const variables = new Map(columns.map((column) => [column, routine.variable(column.sqlType)]));
  const bodies = eventType.versions.map((version) => ({
    schemaId: version.schemaId,
    body: readVersion(version, variables, routine),
  }));
  return `CREATE OR REPLACE FUNCTION ${name}(p bytea) RETURNS record
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 SET search_path = pg_catalog, pg_temp AS $reader$
DECLARE ${SHARED_VARIABLES} ${routine.declarations()}
BEGIN
${byVersion(bodies)}
RETURN ROW(${[...variables.values()].join(', ')});
END $reader$;
REVOKE EXECUTE ON FUNCTION ${name}(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${name}(bytea) TO ${VIEW_READERS};`;
}

interface VersionBody {
  readonly schemaId: number;
  readonly body: string;
}

const SCHEMA_ID = `(get_byte(p, 1) << 24) | (get_byte(p, 2) << 16) | (get_byte(p, 3) << 8) | get_byte(p, 4)`;

const byVersion = (bodies: readonly VersionBody[]): string =>
  `CASE ${SCHEMA_ID}
${bodies.map(({ schemaId, body }) => `WHEN ${schemaId} THEN\n${body}`).join('\n')}
END CASE;`;

/** Reads what the version has; columns it lacks get the default with which they were added. */
function readVersion(
  { shape }: SchemaVersion,
  variables: ReadonlyMap<PayloadColumn, string>,
  routine: Routine,
): string {
  const byField = new Map([...variables].map(([{ annotation }, variable]) => [annotation.name, variable]));
  const reads = shape.fields.map((field) => readInto(byField.get(field.name)!, field.shape, routine));
  const had = new Set(shape.fields.map(({ name }) => name));
  const defaults = [...variables].flatMap(([column, variable]) =>
    had.has(column.annotation.name) ? [] : [`${variable} := ${defaultOf(column)};`],
  );
  return [...reads, ...defaults].join('\n');
}

/** The default of the schema as an SQL literal. Avro writes bytes as text, which no contract does. */
export function defaultOf({ annotation, sqlType }: PayloadColumn): string {
  const value = annotation.default;
  if (value === undefined || value === null) return 'NULL';
  if (sqlType === 'jsonb') return `${sqlLiteral(JSON.stringify(value))}::jsonb`;
  if (sqlType === 'date') return `date '1970-01-01' + ${Number(value)}`;
  if (sqlType === 'text') return sqlLiteral(String(value));
  if (sqlType === 'boolean' || sqlType === 'integer' || sqlType === 'bigint') return String(value);
  throw new TypeError(`a default of type ${sqlType} is not read: field ${annotation.name}`);
}
