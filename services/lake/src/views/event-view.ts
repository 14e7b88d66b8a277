import { isPersonal, MASK, type EventType, type FieldAnnotation } from '@minhai/events';
import { maskedColumn, sqlLiteral, VIEW_READERS, type GeneratedObject } from '@minhai/postgres';
import { hidesInside, payloadColumnsOf, type PayloadColumn } from './columns.js';
import { envelopeColumnsOf, envelopeComments } from './envelope-columns.js';
import { readerFunction } from './reader-function.js';
import { readerNameOf, viewNameOf } from './view-name.js';

/**
 * `lake.<domain>_<entity>_<verb>`: the accepted events of one type, all versions, envelope and payload as columns.
 * A security barrier, because a condition that is pushed below the type's own would see subjects of other types.
 */
export function eventView(eventType: EventType): GeneratedObject {
  const view = viewNameOf(eventType.type);
  const columns = payloadColumnsOf(eventType);
  return {
    name: view,
    create: [
      readerFunction(eventType),
      viewStatement(eventType, view, columns),
      ...comments(eventType, view, columns),
    ].join('\n'),
    drop: `DROP VIEW lake.${view}`,
  };
}

function viewStatement(eventType: EventType, view: string, columns: readonly PayloadColumn[]): string {
  const definitions = columns.map(({ quoted, sqlType }) => `${quoted} ${sqlType}`);
  const ids = eventType.versions.map(({ schemaId }) => schemaId);
  return `CREATE OR REPLACE VIEW lake.${view} WITH (security_barrier = true) AS
SELECT ${[...envelopeColumnsOf(eventType, view), ...columns.map((column) => shown(column, view))].join(',\n  ')}
FROM lake.event e CROSS JOIN LATERAL lake.${readerNameOf(eventType.type)}(e.payload) AS d(${definitions.join(', ')})
WHERE e.domain = ${sqlLiteral(eventType.domain)} AND e.schema_id IN (${ids.join(', ')});
GRANT SELECT ON lake.${view} TO ${VIEW_READERS};`;
}

function shown({ annotation, name, quoted, sqlType }: PayloadColumn, view: string): string {
  const value = `d.${quoted}`;
  const masked = (mask: string): string =>
    `${maskedColumn({ schema: 'lake', view, column: name, value, mask })} AS ${quoted}`;
  if (isPersonal(annotation.class)) return masked(sqlType === 'text' ? `'${MASK}'` : `NULL::${sqlType}`);
  if (hidesInside(annotation)) return masked(`lake.mask_items(${value}, ${maskOfItems(annotation)})`);
  return value;
}

/** What overwrites the personal fields of each item; a field that holds something personal goes as a whole. */
function maskOfItems({ fields }: FieldAnnotation): string {
  const hidden = fields.filter((field) => isPersonal(field.class) || hidesInside(field));
  return `${sqlLiteral(JSON.stringify(Object.fromEntries(hidden.map(({ name }) => [name, MASK]))))}::jsonb`;
}

function comments(eventType: EventType, view: string, columns: readonly PayloadColumn[]): string[] {
  const { titles, type, sensitivity } = eventType;
  const ofColumns = columns.map(({ annotation, quoted }): [string, string] => [
    quoted,
    commentOf(annotation),
  ]);
  return [
    `COMMENT ON VIEW lake.${view} IS ${sqlLiteral(`${titles.zh} · ${titles.en} (${type}, class ${sensitivity})`)};`,
    ...[...envelopeComments(), ...ofColumns].map(
      ([column, text]) => `COMMENT ON COLUMN lake.${view}.${column} IS ${sqlLiteral(text)};`,
    ),
  ];
}

const commentOf = ({ titles, unit, class: fieldClass }: FieldAnnotation): string =>
  `${titles.zh} · ${titles.en}${unit === undefined ? '' : ` (${unit})`} [class ${fieldClass}]`;
