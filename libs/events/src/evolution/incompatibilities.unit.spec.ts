import { describe, expect, it } from '@jest/globals';
import { EVENT_FOLDERS, readEventSchema } from '@minhai/schemas';
import { incompatibilities } from './incompatibilities.js';

const decimal = (precision: number, scale: number): object => ({
  type: 'bytes',
  logicalType: 'decimal',
  precision,
  scale,
});
const LEVEL = { type: 'enum', name: 'Level', symbols: ['LOW', 'HIGH'] };
const ITEM = { type: 'record', name: 'Item', fields: [{ name: 'count', type: 'int', class: 1 }] };

type Schema = Record<string, unknown>;
const released = (changes: Schema = {}): Schema => ({
  type: 'record',
  namespace: 'cn.gov.mca.specs',
  name: 'ThingChanged',
  subject: '{id}',
  sensitivity: 2,
  fields: [
    { name: 'id', type: 'string', class: 2 },
    { name: 'kind', type: 'string', class: 1, codelist: 'bed-type' },
    { name: 'count', type: 'int', class: 1 },
    { name: 'amount', type: decimal(10, 2), class: 1 },
    { name: 'level', type: LEVEL, class: 1 },
    { name: 'items', type: { type: 'array', items: ITEM }, class: 1 },
    { name: 'note', type: ['null', 'string'], default: null, class: 1 },
  ],
  ...changes,
});
const withField = (name: string, changes: Schema): Schema =>
  released({
    fields: (released()['fields'] as Schema[]).map((field) =>
      field['name'] === name ? { ...field, ...changes } : field,
    ),
  });
const without = (name: string): Schema =>
  released({ fields: (released()['fields'] as Schema[]).filter((field) => field['name'] !== name) });
const plus = (field: Schema): Schema => released({ fields: [...(released()['fields'] as Schema[]), field] });
const itemOf = (changes: Schema): Schema =>
  withField('items', { type: { type: 'array', items: { ...ITEM, ...changes } } });

describe('what may follow a released contract', () => {
  it.each([
    ['the same', released()],
    ['an optional field more', plus({ name: 'more', type: ['null', 'int'], default: null, class: 1 })],
    ['a long where an int was', withField('count', { type: 'long' })],
    ['a decimal of more digits', withField('amount', { type: decimal(14, 2) })],
    [
      'an enum with a symbol more',
      withField('level', { type: { ...LEVEL, symbols: ['LOW', 'MID', 'HIGH'] } }),
    ],
    ['a higher class', withField('kind', { class: 3 })],
    ['fields in another order', released({ fields: (released()['fields'] as Schema[]).toReversed() })],
    ['another title', released({ doc: 'renamed in words only' })],
    ['a longer item', itemOf({ fields: [{ name: 'count', type: 'long', class: 1 }] })],
    [
      'the same without annotations, as a client registers it',
      JSON.parse(
        JSON.stringify(released(), (key, value) =>
          /^(class|codelist|subject|sensitivity)$/.test(key) ? undefined : (value as unknown),
        ),
      ) as Schema,
    ],
  ])('%s', (_, newer) => {
    expect(incompatibilities(released(), newer)).toEqual([]);
  });

  it.each([
    ['a required field more', plus({ name: 'more', type: 'int', class: 1 }), '/fields/more', 'default null'],
    ['no default', plus({ name: 'more', type: ['null', 'int'], class: 1 }), '/fields/more', 'default null'],
    ['a field less', without('count'), '/fields/count', 'put it back'],
    ['an optional field less', without('note'), '/fields/note', 'put it back'],
    ['an int where a string was', withField('id', { type: 'int' }), '/fields/id', 'stays string'],
    [
      'a date where an int was',
      withField('count', { type: { type: 'int', logicalType: 'date' } }),
      '/fields/count',
      'date',
    ],
    [
      'an optional field required',
      withField('note', { type: 'string', default: undefined }),
      '/fields/note',
      'optional',
    ],
    [
      'a required field optional',
      withField('id', { type: ['null', 'string'], default: null }),
      '/fields/id',
      'optional',
    ],
    ['another type inside', withField('note', { type: ['null', 'int'] }), '/fields/note', 'stays string'],
    ['fewer digits', withField('amount', { type: decimal(8, 2) }), '/fields/amount', 'at least 10'],
    ['another scale', withField('amount', { type: decimal(12, 4) }), '/fields/amount', 'another amount'],
    ['a symbol less', withField('level', { type: { ...LEVEL, symbols: ['LOW'] } }), '/fields/level', 'HIGH'],
    ['another code list', withField('kind', { codelist: 'bed-scope' }), '/fields/kind', '"bed-type"'],
    ['no code list any more', withField('kind', { codelist: undefined }), '/fields/kind', '"bed-type"'],
    ['a code list where none was', withField('id', { codelist: 'bed-type' }), '/fields/id', 'new field'],
    ['a lower class', withField('id', { class: 1 }), '/fields/id', 'only rise'],
    ['a lower sensitivity', released({ sensitivity: 1 }), '/sensitivity', 'at least 2'],
    ['another subject', released({ subject: '{kind}' }), '/subject', '"{id}"'],
    ['another name', released({ name: 'Other' }), '/name', 'cn.gov.mca.specs.ThingChanged'],
    ['another namespace', released({ namespace: 'cn.gov.mca.other' }), '/name', 'another event type'],
    [
      'a shorter item',
      itemOf({ fields: [{ name: 'count', type: 'string', class: 1 }] }),
      '/fields/items/items/fields/count',
      'stays int',
    ],
  ])('not %s', (_, newer, pointer, advice) => {
    const problems = incompatibilities(released(), newer);
    expect(problems.map(({ code, pointer: at }) => [code, at])).toEqual([['SCHEMA_INCOMPATIBLE', pointer]]);
    expect(problems[0]!.message).toContain(advice);
  });

  it('a renamed field is a field less and a required one more, and narrowing long to int is a change', () => {
    const renamed = withField('count', { name: 'number' });
    expect(incompatibilities(released(), renamed).map(({ pointer }) => pointer)).toEqual([
      '/fields/count',
      '/fields/number',
    ]);
    expect(incompatibilities(withField('count', { type: 'long' }), released())).toHaveLength(1);
  });

  it('every version of every event folder follows every older one', () => {
    for (const folder of EVENT_FOLDERS)
      for (const newer of folder.versions)
        for (const older of folder.versions.filter((version) => version < newer)) {
          const problems = incompatibilities(readEventSchema(folder, older), readEventSchema(folder, newer));
          expect({ type: folder.type, older, newer, problems }).toMatchObject({ problems: [] });
        }
  });
});
