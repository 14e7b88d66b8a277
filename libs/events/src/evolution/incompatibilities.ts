import type { Problem } from '@minhai/errors';
import { escapePointer } from '../json/pointer.js';
import { problem } from '../outcome.js';
import { recordName } from './canonical-schema.js';

type Node = Readonly<Record<string, unknown>>;
type Field = Node & { readonly name: string; readonly type: unknown };

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

/**
 * Why `newer` may not follow `older` as the next version of a contract; empty when it may. The rules: a new field is
 * optional with default null; nothing is renamed or removed; no type changes except int → long, a decimal of the same
 * scale with more digits, and an enum with more symbols; a field keeps its code list, its class may only rise; name,
 * namespace and subject template stay. Both are schemas without `schemaLimitProblems`. Annotations are compared where
 * `newer` has any: clients strip them.
 */
export function incompatibilities(older: Node, newer: Node): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (pointer, message) => void problems.push(problem('SCHEMA_INCOMPATIBLE', pointer, message));
  if (recordName(older) !== recordName(newer))
    say('/name', `the record stays ${recordName(older)}; another name is another event type`);
  if (newer['subject'] !== undefined && newer['subject'] !== older['subject'])
    say(
      '/subject',
      `the subject template stays ${show(older['subject'])}: it keys what was published before`,
    );
  if (isLower(newer['sensitivity'], older['sensitivity']))
    say('/sensitivity', `the sensitivity stays at least ${show(older['sensitivity'])}`);
  compareFields(older, newer, '', say);
  return problems;
}

type Say = (pointer: string, message: string) => void;

const isLower = (newer: unknown, older: unknown): boolean =>
  typeof newer === 'number' && typeof older === 'number' && newer < older;

const fieldsOf = (record: Node): readonly Field[] => record['fields'] as readonly Field[];

function compareFields(older: Node, newer: Node, at: string, say: Say): void {
  const after = new Map(fieldsOf(newer).map((field) => [field.name, field]));
  const before = new Set(fieldsOf(older).map(({ name }) => name));
  for (const field of fieldsOf(older)) {
    const pointer = `${at}/fields/${escapePointer(field.name)}`;
    const kept = after.get(field.name);
    if (kept) compareField(field, kept, pointer, say);
    else say(pointer, 'a released field stays under its name: put it back; an optional one may be left null');
  }
  for (const { name, type, default: fallback } of fieldsOf(newer)) {
    const isOptional = Array.isArray(type) && type[0] === 'null' && fallback === null;
    if (!before.has(name) && !isOptional)
      say(
        `${at}/fields/${escapePointer(name)}`,
        'older events do not have this field: make it ["null", type] with default null',
      );
  }
}

function compareField(older: Field, newer: Field, at: string, say: Say): void {
  const isAnnotated = newer['class'] !== undefined;
  if (isAnnotated && newer['codelist'] !== older['codelist'])
    say(
      at,
      `the code list stays ${show(older['codelist'])}: add codes to the list, or a new field with another`,
    );
  if (isLower(newer['class'], older['class']))
    say(at, `the class stays at least ${show(older['class'])}: it may only rise`);
  compareTypes(older.type, newer.type, at, say);
}

function compareTypes(older: unknown, newer: unknown, at: string, say: Say): void {
  if (Array.isArray(older) && Array.isArray(newer)) return compareTypes(older[1], newer[1], at, say);
  const [before, after] = [kindOf(older), kindOf(newer)];
  if (before === 'int' && after === 'long') return;
  if (before !== after)
    return say(at, `the type stays ${before} (here ${after}): add a new optional field instead`);
  if (before === 'record') compareFields(older as Node, newer as Node, at, say);
  else if (before === 'array')
    compareTypes((older as Node)['items'], (newer as Node)['items'], `${at}/items`, say);
  else if (before === 'decimal') compareDecimals(older as Node, newer as Node, at, say);
  else if (before === 'enum') compareSymbols(older as Node, newer as Node, at, say);
}

function kindOf(type: unknown): string {
  if (Array.isArray(type)) return `optional ${kindOf(type[1])}`;
  if (typeof type !== 'object' || type === null) return String(type);
  const { type: inner, logicalType } = type as Node;
  return typeof logicalType === 'string' ? logicalType : kindOf(inner);
}

function compareDecimals(older: Node, newer: Node, at: string, say: Say): void {
  if ((older['scale'] ?? 0) !== (newer['scale'] ?? 0))
    say(at, `the scale stays ${show(older['scale'] ?? 0)}: stored digits would mean another amount`);
  if (Number(newer['precision']) < Number(older['precision']))
    say(at, `the precision stays at least ${show(older['precision'])}`);
}

function compareSymbols(older: Node, newer: Node, at: string, say: Say): void {
  const symbols = new Set(newer['symbols'] as readonly string[]);
  const gone = (older['symbols'] as readonly string[]).filter((symbol) => !symbols.has(symbol));
  if (gone.length > 0) say(at, `put back the symbols ${show(gone)}: they were published before`);
}
