import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCatalogue } from '../catalogue/load-catalogue.js';
import { SCHEMA_LIMITS } from './schema-limits.js';
import { schemaLimitProblems } from './schema-problems.js';

const record = (fields: unknown, rest: object = {}): object => ({
  type: 'record',
  namespace: 'cn.gov.mca.specs',
  name: 'Thing',
  fields,
  ...rest,
});
const field = (type: unknown, rest: object = {}): object => ({ name: 'a', type, ...rest });
const problemsOf = (schema: unknown): string[] =>
  schemaLimitProblems(typeof schema === 'string' ? schema : JSON.stringify(schema)).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );
const fields = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ name: `f${i}`, type: 'int' }));
/** Arrays inside each other; with the record around them the schema is one deeper. */
const arrays = (depth: number): unknown =>
  depth === 0 ? 'int' : { type: 'array', items: arrays(depth - 1) };
const records = (depth: number): object =>
  record(depth === 1 ? fields(1) : [field(['null', records(depth - 1)], { default: null })], {
    name: `Level${depth}`,
  });
const ofBytes = (bytes: number): string => {
  const text = JSON.stringify(record(fields(1), { doc: '' }));
  return text.replace('"doc":""', `"doc":"${'x'.repeat(bytes - text.length)}"`);
};

describe('limits of a schema', () => {
  const { bytes, depth, branches, fields: most, nameCharacters } = SCHEMA_LIMITS;
  const union = (count: number): object =>
    record([field(['null', ...Array.from({ length: count - 1 }, () => 'int')], { default: null })]);
  const named = (length: number): object =>
    record(fields(1), { name: 'N'.repeat(length - 'cn.gov.mca.specs.'.length) });
  const twoRecords = (count: number): object =>
    record([field({ type: 'record', name: 'Inner', fields: fields(count - 1) })]);

  it.each([
    ['bytes', ofBytes, bytes, 'SCHEMA_LIMIT '],
    ['depth of arrays', (n: number) => record([field(arrays(n - 1))]), depth, 'SCHEMA_LIMIT'],
    ['depth of records', records, depth, 'SCHEMA_LIMIT'],
    ['fields', (n: number) => record(fields(n)), most, 'SCHEMA_LIMIT /fields'],
    ['fields of all records', twoRecords, most, 'SCHEMA_LIMIT /fields/a/fields'],
    ['branches', union, branches, 'SCHEMA_LIMIT /fields/a'],
    ['characters of a name', named, nameCharacters, 'SCHEMA_INCOMPATIBLE /name'],
  ])('%s: below, at and beyond', (_, schema: (n: number) => unknown, limit, expected) => {
    const beyond = problemsOf(schema(limit + 1));
    expect(beyond).toHaveLength(1);
    expect(beyond[0]).toContain(expected);
    for (const within of [limit - 1, limit])
      expect(problemsOf(schema(within)).filter((each) => each.startsWith(expected.split(' ')[0]!))).toEqual(
        // more than two branches are no limit, but nothing contracts use either
        [],
      );
  });

  it('given JSON far deeper than any schema, then that is a limit and no overflow', () => {
    expect(problemsOf('['.repeat(60_000))).toEqual(['SCHEMA_LIMIT ']);
    expect(problemsOf('{"type":'.repeat(8_000))).toEqual(['SCHEMA_LIMIT ']);
  });
});

describe('a schema from outside', () => {
  it('given any released contract, then nothing is wrong with it', () => {
    const versions = loadCatalogue()
      .all()
      .flatMap(({ versions: all }) => all);
    expect(versions.length).toBeGreaterThan(10);
    for (const { urn, schema } of versions) expect([urn, problemsOf(schema)]).toEqual([urn, []]);
  });

  it.each([
    ['no JSON', '{', 'JSON_SYNTAX '],
    ['a key twice', '{"type":"record","type":"enum"}', 'JSON_DUP_KEY /type'],
    ['a primitive', '"string"', 'SCHEMA_INCOMPATIBLE '],
    ['no namespace', record(fields(1), { namespace: undefined }), 'SCHEMA_INCOMPATIBLE /name'],
    ['a name with a space', record(fields(1), { name: 'A B' }), 'SCHEMA_INCOMPATIBLE /name'],
    ['no fields', record([]), 'SCHEMA_INCOMPATIBLE /fields'],
    ['fields that are none', record(7), 'SCHEMA_INCOMPATIBLE /fields'],
    ['a field that is none', record([7]), 'SCHEMA_INCOMPATIBLE /fields/0'],
    ['a prototype', record([{ name: '__proto__', type: 'int' }]), 'SCHEMA_INCOMPATIBLE /fields/0'],
    ['a field twice', record([field('int'), field('int')]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['an alias of a field', record([field('int', { aliases: ['b'] })]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['an alias of the record', record(fields(1), { aliases: ['B'] }), 'SCHEMA_INCOMPATIBLE '],
    ['a default that is not null', record([field('int', { default: 0 })]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['an optional field without default', record([field(['null', 'int'])]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['null behind', record([field(['int', 'null'], { default: null })]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['an optional item', record([field({ type: 'array', items: ['null', 'int'] })]), '/fields/a/items'],
    ['itself', record([field('cn.gov.mca.specs.Thing')]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['its own name again', record([field(record(fields(1)))]), 'SCHEMA_INCOMPATIBLE /fields/a/name'],
    ['a map', record([field({ type: 'map', values: 'int' })]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['a float', record([field('double')]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['bare bytes', record([field('bytes')]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['a fixed', record([field({ type: 'fixed', name: 'F', size: 2_000_000_000 })]), '/fields/a'],
    ['a timestamp', record([field({ type: 'long', logicalType: 'timestamp-millis' })]), '/fields/a'],
    ['null', record([field('null')]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['no type', record([{ name: 'a' }]), 'SCHEMA_INCOMPATIBLE /fields/a'],
    ['an enum of nothing', record([field({ type: 'enum', name: 'E', symbols: [] })]), '/fields/a'],
    ['a symbol twice', record([field({ type: 'enum', name: 'E', symbols: ['A', 'A'] })]), '/fields/a'],
    ['39 digits', record([field({ type: 'bytes', logicalType: 'decimal', precision: 39 })]), '/fields/a'],
    [
      'more decimals than digits',
      record([field({ type: 'bytes', logicalType: 'decimal', precision: 2, scale: 3 })]),
      'SCHEMA_INCOMPATIBLE /fields/a',
    ],
  ])('given %s, then it is refused with its place', (_, schema, expected) => {
    const found = problemsOf(schema);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('given a long list of faults, then twenty of them are told', () => {
    expect(problemsOf(record(Array.from({ length: 400 }, () => 7)))).toHaveLength(20);
  });

  it('given any JSON at all, then it answers', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.json({ maxDepth: 4 }), (text, inner) => {
        expect(Array.isArray(schemaLimitProblems(text))).toBe(true);
        const wrapped = `{"type":"record","namespace":"a","name":"B","fields":[{"name":"c","type":${inner}}]}`;
        expect(Array.isArray(schemaLimitProblems(wrapped))).toBe(true);
      }),
    );
  });
});
