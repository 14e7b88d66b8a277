import type { Problem } from '@minhai/errors';
import { parseStrictJson } from '../json/strict-json.js';
import { escapePointer } from '../json/pointer.js';
import { LIMITS } from '../limits.js';
import { problem } from '../outcome.js';
import { fullNameOf, isAvroName, isFullName, namespaceOf } from './avro-name.js';
import { SCHEMA_LIMITS } from './schema-limits.js';

const PRIMITIVES: ReadonlySet<unknown> = new Set(['boolean', 'int', 'long', 'string']);
/** A record inside an optional field takes four levels of JSON. */
const JSON_DEPTH = 4 * (SCHEMA_LIMITS.depth + 1);
const MOST_PROBLEMS = 20;

type Node = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a schema text from outside: SCHEMA_LIMIT beyond a limit, SCHEMA_INCOMPATIBLE for Avro that
 * contracts do not use, and the codes of JSON. Pointers lead into the schema. Only a text without problems may be
 * given to anything that recurses into it.
 */
export function schemaLimitProblems(schemaText: string): readonly Problem[] {
  if (Buffer.byteLength(schemaText) > SCHEMA_LIMITS.bytes)
    return [problem('SCHEMA_LIMIT', '', `the schema is longer than ${SCHEMA_LIMITS.bytes} bytes`)];
  const parsed = parseStrictJson(schemaText, { ...LIMITS, depth: JSON_DEPTH });
  if (!parsed.ok) return parsed.problems.map(asSchemaProblem);
  const walk = new SchemaWalk();
  walk.root(parsed.value);
  return walk.problems.slice(0, MOST_PROBLEMS);
}

const asSchemaProblem = (found: Problem): Problem =>
  found.code === 'JSON_DEPTH' ? problem('SCHEMA_LIMIT', '', tooDeep) : found;

const tooDeep = `records and arrays are nested deeper than ${SCHEMA_LIMITS.depth}`;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class SchemaWalk {
  readonly problems: Problem[] = [];
  private fields = 0;
  private readonly names = new Set<string>();

  root(schema: unknown): void {
    if (!isNode(schema) || schema['type'] !== 'record')
      return this.refuse('', 'the schema of an event is a record');
    const name = fullNameOf(schema);
    if (!isFullName(name) || name.length > SCHEMA_LIMITS.nameCharacters)
      return this.refuse(
        '/name',
        `a record has a name and a namespace of letters, digits and _, of at most ${SCHEMA_LIMITS.nameCharacters} characters`,
      );
    this.record(schema, '', 1, '');
  }

  private type(type: unknown, at: string, depth: number, namespace: string): void {
    if (PRIMITIVES.has(type)) return;
    if (!isNode(type)) return this.refuse(at, unused(type));
    const kind = type['type'];
    const isNested = kind === 'record' || kind === 'array';
    if (isNested && depth > SCHEMA_LIMITS.depth) return this.limit(at, tooDeep);
    if (kind === 'record') this.record(type, at, depth, namespace);
    else if (kind === 'array') this.type(type['items'], `${at}/items`, depth + 1, namespace);
    else if (kind === 'enum') this.enumeration(type, at, namespace);
    else if (kind === 'bytes' && type['logicalType'] === 'decimal') this.decimal(type, at);
    else if (kind === 'int' && type['logicalType'] === 'date') return;
    else if (!PRIMITIVES.has(kind) || type['logicalType'] !== undefined) this.refuse(at, unused(type));
  }

  private record(schema: Node, at: string, depth: number, enclosing: string): void {
    const name = this.name(schema, at, enclosing);
    const fields = schema['fields'];
    if (name === undefined) return;
    if (!Array.isArray(fields) || fields.length === 0)
      return this.refuse(`${at}/fields`, 'a record lists its fields');
    this.fields += fields.length;
    if (this.fields > SCHEMA_LIMITS.fields)
      return this.limit(`${at}/fields`, `the schema has more than ${SCHEMA_LIMITS.fields} fields`);
    const seen = new Set<unknown>();
    fields.forEach((field: unknown, index) => {
      const here = `${at}/fields/${index}`;
      if (!isNode(field) || !isAvroName(field['name']))
        return this.refuse(here, 'a field needs a name of letters, digits and _');
      const place = `${at}/fields/${escapePointer(field['name'])}`;
      if (seen.has(field['name'])) this.refuse(place, 'a field of this name is there already');
      seen.add(field['name']);
      this.field(field, place, depth, namespaceOf(name));
    });
  }

  private field(field: Node, at: string, depth: number, namespace: string): void {
    if (field['aliases'] !== undefined)
      this.refuse(at, 'fields are never renamed: take the alias away and keep the name');
    const type = field['type'];
    if (!Array.isArray(type)) {
      if (field['default'] !== undefined)
        this.refuse(at, 'only optional fields have a default: write ["null", …] with default null');
      return this.type(type, at, depth + 1, namespace);
    }
    if (type.length > SCHEMA_LIMITS.branches)
      return this.limit(at, `a union has more than ${SCHEMA_LIMITS.branches} branches`);
    if (type.length !== 2 || type[0] !== 'null' || field['default'] !== null)
      return this.refuse(at, 'a union is ["null", type] with default null');
    this.type(type[1], at, depth + 1, namespace);
  }

  private enumeration(schema: Node, at: string, enclosing: string): void {
    const symbols = schema['symbols'];
    this.name(schema, at, enclosing);
    if (!Array.isArray(symbols) || symbols.length === 0 || !symbols.every(isAvroName))
      this.refuse(at, 'an enum lists symbols of letters, digits and _');
    else if (new Set(symbols).size !== symbols.length) this.refuse(at, 'an enum symbol occurs twice');
  }

  private decimal({ precision, scale = 0 }: Node, at: string): void {
    const isWhole = Number.isInteger(precision) && Number.isInteger(scale);
    const [digits, decimals] = [precision as number, scale as number];
    if (!isWhole || digits < 1 || digits > SCHEMA_LIMITS.precision || decimals < 0 || decimals > digits)
      this.refuse(
        at,
        `a decimal has 1 to ${SCHEMA_LIMITS.precision} digits, and no more decimals than digits`,
      );
  }

  /** A type is written out where it is used and never named again: so nothing can contain itself. */
  private name(schema: Node, at: string, enclosing: string): string | undefined {
    const name = fullNameOf(schema, enclosing);
    const problems = this.problems.length;
    if (schema['aliases'] !== undefined) this.refuse(at, 'types are never renamed: take the alias away');
    if (!name.split('.').every(isAvroName))
      this.refuse(`${at}/name`, 'a type has a name of letters, digits and _');
    else if (this.names.has(name)) this.refuse(`${at}/name`, 'a type of this name is there already');
    this.names.add(name);
    return this.problems.length === problems ? name : undefined;
  }

  private refuse(pointer: string, message: string): void {
    this.problems.push(problem('SCHEMA_INCOMPATIBLE', pointer, message));
  }

  private limit(pointer: string, message: string): void {
    this.problems.push(problem('SCHEMA_LIMIT', pointer, message));
  }
}

const unused = (type: unknown): string => {
  const named = isNode(type)
    ? [type['type'], type['logicalType']].filter((part) => typeof part === 'string')
    : type;
  const shown = JSON.stringify(named)?.slice(0, 60) ?? 'nothing';
  return `contracts do not use the type ${shown}; they use boolean, int, long, string, date, decimal, enum, array and record`;
};
