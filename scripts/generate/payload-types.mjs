// TypeScript of what a fold or a builder sees: one interface per event type, one union per code list.
import { BANNER, pascalCase } from './names.mjs';

export const payloadName = ({ domain, name }) => pascalCase(`${domain}.${name}`);

export function payloadTypes(events) {
  const bodies = events.map(payloadInterface);
  const lists = [...new Set(bodies.flatMap(({ lists: used }) => used))].sort();
  const rows = events.map((event) => `  readonly '${event.type}': ${payloadName(event)};`);
  return `${BANNER}import type { ${lists.join(', ')} } from './codelists.generated.js';

${bodies.map(({ text }) => text).join('\n')}
/** Payload by event type. */
export interface PayloadByType {
${rows.join('\n')}
}

export type EventTypeName = keyof PayloadByType;
`;
}

function payloadInterface(event) {
  const { schema } = event.versions.at(-1);
  const lists = codeListsOf(schema.fields);
  const fields = schema.fields.map(
    (field) =>
      `  /** ${field.doc}（${field.zh}）${note(field)} */\n  readonly ${field.name}: ${typeOf(field.type, field)};`,
  );
  const text = `/** ${schema.doc}（${schema.zh}）, \`${event.type}\`. */
export interface ${payloadName(event)} {
${fields.join('\n')}
}
`;
  return { text, lists };
}

const codeListsOf = (fields) =>
  fields.flatMap((field) => [
    ...(field.codelist ? [pascalCase(field.codelist)] : []),
    ...codeListsOf(itemFields(field.type)),
  ]);

/** Fields of the records in an array. */
const itemFields = (type) => (Array.isArray(type) ? itemFields(type[1]) : (type?.items?.fields ?? []));

function note({ type, unit, check }) {
  const base = Array.isArray(type) ? type[1] : type;
  const notes = [];
  if (base?.logicalType === 'date') notes.push('`YYYY-MM-DD`');
  if (base?.logicalType === 'decimal') notes.push('decimal string');
  if (check === 'month') notes.push('`YYYY-MM`');
  if (unit) notes.push(`in ${unit}`);
  return notes.length > 0 ? ` ${notes.join(', ')}.` : '';
}

function typeOf(type, field) {
  if (Array.isArray(type)) return `${typeOf(type[1], field)} | null`;
  if (type?.type === 'array') return `readonly ${typeOf(type.items, field)}[]`;
  if (type?.type === 'record')
    return `{ ${type.fields.map((item) => `readonly ${item.name}: ${typeOf(item.type, item)}`).join('; ')} }`;
  if (field.codelist) return pascalCase(field.codelist);
  if (type?.logicalType) return 'string';
  return { string: 'string', boolean: 'boolean', int: 'number', long: 'number' }[type];
}

export function codeListTypes(codeLists) {
  const unions = codeLists.map(({ list, zh, en, codes }) => {
    const members = codes.map(({ code }) => `'${code}'`).join(' | ');
    return `/** ${en}（${zh}） */\nexport type ${pascalCase(list)} = ${members};\n`;
  });
  const names = codeLists.map(({ list }) => `  '${list}',`);
  return `${BANNER}
${unions.join('\n')}
/** Every code list: one per file of \`codelists/\`. */
export const CODE_LIST_NAMES = [
${names.join('\n')}
] as const;

export type CodeListName = (typeof CODE_LIST_NAMES)[number];
`;
}
