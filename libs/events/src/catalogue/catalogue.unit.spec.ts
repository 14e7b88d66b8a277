import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOMAINS, loadCatalogue } from './load-catalogue.js';
import { avroTypeOf, readSigned } from './logical-types.js';
import { schemaIdOf } from './schema-id.js';
import { compileSubjectTemplate } from './subject-template.js';

// Written on every record in every lake: if this number changes, nothing can be read any more.
const BED_SCHEMA_ID = 1537014111;

describe('catalogue', () => {
  const catalogue = loadCatalogue();

  it('finds every event type by name, every schema by id and by urn', () => {
    for (const eventType of catalogue.all()) {
      expect(catalogue.find(eventType.type)).toBe(eventType);
      for (const version of eventType.versions) {
        expect(catalogue.findSchema(version.schemaId)).toBe(version);
        expect(catalogue.findSchemaByUrn(version.urn)).toBe(version);
      }
    }
    expect(catalogue.find('cn.gov.mca.none')).toBeUndefined();
    const domains = catalogue.all().map(({ type }) => type.split('.')[3]);
    expect([...new Set(domains)]).toEqual(DOMAINS);
  });

  it('derives schema ids from names, the same on every machine', () => {
    const { latest } = catalogue.find('cn.gov.mca.eldercare.bed.changed')!;
    expect([latest.schemaId, schemaIdOf('cn.gov.mca.eldercare.bed.changed', 1)]).toEqual([
      BED_SCHEMA_ID,
      BED_SCHEMA_ID,
    ]);
  });
});

describe('subject template', () => {
  it.each([
    ['{a}', 'x'],
    ['{a}:{b}', 'x:7'],
    ['k-{b}-{a}!', 'k-7-x!'],
    ['*', undefined],
  ])('%s', (template, subject) => {
    expect(compileSubjectTemplate(template)({ a: 'x', b: 7 })).toBe(subject);
  });
});

describe('logical types', () => {
  const area = avroTypeOf({
    type: 'record',
    name: 'Area',
    fields: [{ name: 'm2', type: { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 } }],
  });

  it('given any decimal of the precision, then it reads back with all its decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n }), (unscaled) => {
        const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(3, '0');
        const m2 = `${unscaled < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(area.fromBuffer(area.toBuffer({ m2 }))).toEqual({ m2: m2 === '-0.00' ? '0.00' : m2 });
      }),
    );
  });

  it('refuses what it would have to round or cut', () => {
    const wrong = ['1.005', '12345678901.00', '1e3', '', 'NaN'];
    expect(wrong.filter((m2) => area.isValid({ m2 }))).toEqual([]);
    expect(area.isValid({ m2: 27722.04 })).toBe(false);
  });

  it('reads two’s complement of any length', () => {
    expect([[0xff], [0x00, 0xff], [0x80, 0x00], []].map((bytes) => readSigned(Buffer.from(bytes)))).toEqual([
      -1n,
      255n,
      -32768n,
      0n,
    ]);
  });
});
