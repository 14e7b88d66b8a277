import { describe, expect, it } from '@jest/globals';
import avro from 'avsc';
import { EVENT_FOLDERS, readEventSchema } from '@minhai/schemas';
import { canonicalSchema } from './canonical-schema.js';
import { incompatibilities } from './incompatibilities.js';

const VALUES = 20;

/** The schema as somebody else's Avro library sees it: no logical types of ours. */
const plain = (schema: object): avro.Type =>
  avro.Type.forSchema(JSON.parse(JSON.stringify(schema)) as avro.Schema, { registry: {}, logicalTypes: {} });

interface Field {
  readonly name: string;
}
const namesOf = (schema: object): string[] => (schema as { fields: Field[] }).fields.map(({ name }) => name);

/** Values of `older`, as bytes, read by `newer` with the resolver of avsc; fields that came later are null. */
function expectReads(newer: object, older: object): void {
  const [reader, writer] = [plain(newer), plain(older)];
  const resolver = reader.createResolver(writer);
  const later = namesOf(newer).filter((name) => !namesOf(older).includes(name));
  for (let i = 0; i < VALUES; i++) {
    const written = writer.random() as unknown as Record<string, unknown>;
    const read = reader.fromBuffer(writer.toBuffer(written), resolver) as Record<string, unknown>;
    expect({ ...read }).toEqual({ ...written, ...Object.fromEntries(later.map((name) => [name, null])) });
  }
}

describe('the newest reader', () => {
  it('reads every older version of every event type', () => {
    for (const folder of EVENT_FOLDERS) {
      const newest = readEventSchema(folder, folder.versions.at(-1)!);
      for (const version of folder.versions) expectReads(newest, readEventSchema(folder, version));
    }
  });

  it('reads what every allowed change left behind, and the resolver agrees about what is forbidden', () => {
    const record = (fields: object[]): Record<string, unknown> => ({
      type: 'record',
      namespace: 'cn.gov.mca.specs',
      name: 'ThingChanged',
      fields,
    });
    const digits = (precision: number) => ({ type: 'bytes', logicalType: 'decimal', precision, scale: 2 });
    const older = record([
      { name: 'id', type: 'string' },
      { name: 'count', type: 'int' },
      { name: 'amount', type: digits(8) },
      { name: 'items', type: { type: 'array', items: 'int' } },
    ]);
    const newer = record([
      { name: 'note', type: ['null', 'string'], default: null },
      { name: 'items', type: { type: 'array', items: 'long' } },
      { name: 'amount', type: digits(12) },
      { name: 'count', type: 'long' },
      { name: 'id', type: 'string' },
    ]);
    expect(incompatibilities(older, newer)).toEqual([]);
    expectReads(newer, older);
    const withRequired = record([...(older['fields'] as object[]), { name: 'more', type: 'int' }]);
    expect(incompatibilities(older, withRequired)).toHaveLength(1);
    expect(() => plain(withRequired).createResolver(plain(older))).toThrow();
    expect(incompatibilities(newer, older).length).toBeGreaterThan(0);
    expect(() => plain(older).createResolver(plain(newer))).toThrow();
  });
});

describe('canonical form', () => {
  it('leaves out what does not change bytes or their meaning, and keeps the rest', () => {
    const of = (type: unknown, rest: object = {}): string =>
      canonicalSchema({
        type: 'record',
        namespace: 'a.b',
        name: 'C',
        fields: [{ name: 'd', type, ...rest }],
      });
    expect(of(['null', 'string'], { default: null, zh: '字段', class: 3 })).toBe(
      '{"name":"a.b.C","type":"record","fields":[{"name":"d","type":["null","string"]}]}',
    );
    expect(of({ type: 'string', 'avro.java.string': 'String' })).toBe(of('string'));
    expect(of({ type: 'int', logicalType: 'date' })).not.toBe(of('int'));
    const decimal = (precision: number, scale?: number) => ({
      type: 'bytes',
      logicalType: 'decimal',
      precision,
      scale,
    });
    expect(of(decimal(4))).toBe(of({ scale: 0, logicalType: 'decimal', precision: 4, type: 'bytes' }));
    expect(of(decimal(4))).not.toBe(of(decimal(5)));
    expect(of({ type: 'enum', name: 'E', symbols: ['A'] })).toContain('"name":"a.b.E"');
    expect(of({ type: 'array', items: { type: 'record', name: 'R', fields: [] } })).toContain(
      '"name":"a.b.R"',
    );
  });

  it('is the same for a full name and for name and namespace', () => {
    const fields = [{ name: 'd', type: 'int' }];
    expect(canonicalSchema({ type: 'record', name: 'a.b.C', fields })).toBe(
      canonicalSchema({ type: 'record', namespace: 'a.b', name: 'C', fields }),
    );
  });
});
