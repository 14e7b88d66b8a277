import { describe, expect, it } from '@jest/globals';
import { buildCatalogue, loadCatalogue } from '../catalogue/load-catalogue.js';
import { annotationsOf } from './annotations.js';
import { describeRecord } from './describe-record.js';
import { freeTextClassOf, sensitiveFieldNames, subjectClassOf } from './event-class.js';
import { maskPayload } from './mask.js';

type Field = Readonly<Record<string, unknown>>;

const field = (name: string, type: unknown, more: object = {}): Field => ({ name, type, class: 1, ...more });

const memberOf = (fields: readonly Field[]): object => ({ type: 'record', name: 'Member', fields });

const catalogueOf = (...versions: (readonly Field[])[]) =>
  buildCatalogue(
    [
      {
        type: 'cn.gov.mca.club.opened',
        domain: 'club',
        name: 'opened',
        folder: '',
        versions: versions.map((_, index) => index + 1),
        rules: [],
      },
    ],
    (_, version) => ({
      type: 'record',
      name: 'Opened',
      doc: 'Opened',
      zh: '成立',
      subject: '{clubId}:{kind}',
      sensitivity: 1,
      retention: '1y',
      fields: versions[version - 1],
    }),
  );

const MEMBERS = {
  type: 'array',
  items: memberOf([field('personRef', 'string', { class: 4 }), field('role', 'string')]),
};
const FIELDS = [field('clubId', 'string'), field('kind', 'string'), field('members', ['null', MEMBERS])];

describe('classification', () => {
  it('finds personal fields inside records of arrays, by name', () => {
    expect(sensitiveFieldNames(catalogueOf(FIELDS))).toEqual(['personRef']);
  });

  it('masks them there and leaves the rest, and hides what no annotation speaks of', () => {
    const [eventType] = catalogueOf(FIELDS).all();
    const data = { clubId: 'c-1', members: [{ personRef: 'per_a', role: 'chair' }], extra: 'x' };
    expect(maskPayload(eventType!, data)).toEqual({
      clubId: 'c-1',
      members: [{ personRef: '***', role: 'chair' }],
      extra: '***',
    });
  });

  it('takes the highest class a field ever had, and a field without one for the highest there is', () => {
    const before = [field('clubId', 'string', { class: 3 }), field('kind', 'string')];
    const { class: _, ...untagged } = field('later', ['null', 'string'], { default: null });
    const [eventType] = catalogueOf(before, [
      field('clubId', 'string'),
      field('kind', 'string'),
      untagged as Field,
    ]).all();
    expect(annotationsOf(eventType!).map(({ name, class: fieldClass }) => [name, fieldClass])).toEqual([
      ['clubId', 3],
      ['kind', 1],
      ['later', 4],
    ]);
    expect([subjectClassOf(eventType!), freeTextClassOf(eventType!)]).toEqual([3, 3]);
  });

  it('takes a subject that belongs to another event for sensitive', () => {
    expect(subjectClassOf(loadCatalogue().find('cn.gov.mca.record.voided')!)).toBe(4);
  });
});

describe('describeRecord', () => {
  const headers = {
    ce_type: Buffer.from('cn.gov.mca.club.opened'),
    ce_subject: Buffer.from('c-1:a'),
    ce_reason: Buffer.from('words'),
    ce_actor: Buffer.from([0x1b, 0x5b]),
  };
  const catalogue = catalogueOf(FIELDS);
  const value = catalogue.all()[0]!.latest.encode({ clubId: 'c-1', kind: 'a', members: null });
  const of = (changes: object, bytes: Buffer | null = value) =>
    describeRecord({ key: null, value: bytes, headers: { ...headers, ...changes } }, catalogue);

  it('shows a public record, except bytes a terminal would obey', () => {
    expect(of({})).toEqual({
      attributes: {
        type: 'cn.gov.mca.club.opened',
        subject: 'c-1:a',
        reason: 'words',
        actor: '(unreadable)',
      },
      data: { clubId: 'c-1', kind: 'a', members: null },
    });
  });

  it.each([
    ['the record says it is personal', { ce_sensitivity: Buffer.from('3') }, value],
    ['its type is unknown', { ce_type: Buffer.from('cn.gov.mca.unknown.opened') }, null],
  ])('masks what may name a person when %s', (_, changes, bytes) => {
    expect(of(changes, bytes).attributes).toMatchObject({ subject: '***', reason: '***', actor: '***' });
  });

  it.each([
    ['nothing', null],
    ['no frame', Buffer.from('abc')],
    ['bytes behind the end', Buffer.concat([value, Buffer.from('words')])],
    ['too few bytes', value.subarray(0, value.length - 1)],
  ])('shows no payload of %s', (_, bytes) => {
    expect(of({}, bytes).data).toBeNull();
  });
});
