import { buildCatalogue, type Catalogue } from '@minhai/events';
import type { EventFolder } from '@minhai/schemas';

type Field = Readonly<Record<string, unknown>>;

const field = (name: string, type: unknown, more: object = {}): Field => ({
  name,
  type,
  zh: name,
  doc: name,
  class: 1,
  ...more,
});

const PERSON = {
  type: 'record',
  name: 'Member',
  fields: [
    field('personRef', 'string', { class: 4 }),
    field('relation', ['null', 'string'], { default: null }),
    field('shares', { type: 'array', items: 'int' }, { class: 3 }),
  ],
};

const V1 = [
  field('yes', 'boolean'),
  field('small', 'int'),
  field('large', 'long'),
  field('text', 'string'),
  field('day', { type: 'int', logicalType: 'date' }),
  field('area', { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 }),
  field('whole', { type: 'bytes', logicalType: 'decimal', precision: 9 }),
  field('raw', 'bytes'),
  field('colour', { type: 'enum', name: 'Colour', symbols: ['RED', 'BLUE'] }),
  field('perhaps', ['null', { type: 'int', logicalType: 'date' }], { default: null }),
  field('numbers', { type: 'array', items: 'long' }),
  field('members', { type: 'array', items: PERSON }, { class: 2 }),
  field('secretArea', { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 }, { class: 4 }),
  field('order', 'string', { class: 3 }),
];

/** What a second version adds, and a class that was raised. */
const V2 = [
  ...V1.map((entry) => (entry['name'] === 'text' ? { ...entry, class: 3 } : entry)),
  field('addedText', 'string', { default: 'none\\said' }),
  field('addedDay', { type: 'int', logicalType: 'date' }, { default: 18262 }),
  field('addedOptional', ['null', 'int'], { default: null }),
  field('addedList', { type: 'array', items: 'string' }, { default: [] }),
];

const FOLDER: EventFolder = {
  type: 'cn.gov.mca.probe.thing.measured',
  domain: 'probe',
  name: 'thing.measured',
  folder: '',
  versions: [1, 2],
  rules: [],
};

/** One invented type with everything a contract may hold, in `versions` versions. */
export const probeCatalogue = (versions: number): Catalogue =>
  buildCatalogue([{ ...FOLDER, versions: FOLDER.versions.slice(0, versions) }], (_, version) => ({
    type: 'record',
    name: 'Thing',
    doc: 'Thing measured',
    zh: '测试',
    subject: '{small}',
    sensitivity: 2,
    retention: '1y',
    fields: version === 1 ? V1 : V2,
  }));
