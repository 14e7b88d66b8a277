import { describe, expect, it } from '@jest/globals';
import { readMapping } from './load-mapping.js';

const HEAD = `
name: spec-mapping
source: urn:mca:310105:eldercare
region: '310105'
key: [编号]
`;
const CLOSED = `
events:
  - type: eldercare.institution.closed
    time: 关停日期
    data: { institutionId: 编号, reason: 原因 }
`;
const errorsOf = (text: string): readonly string[] => readMapping(text).errors;

describe('a mapping', () => {
  it('in order has no errors, and defaults for what it does not say', () => {
    const { mapping, errors } = readMapping(HEAD + CLOSED);
    expect(errors).toEqual([]);
    expect(mapping).toMatchObject({ header: 1, encoding: 'auto', delimiter: ',', columns: {} });
    expect(mapping?.events[0]?.data['institutionId']).toEqual({ column: '编号' });
  });

  it('tells all its errors at once, each with its place', () => {
    const errors = errorsOf(`
name: X
source: example
region: 310105
header: 0
events:
  - type: eldercare.institution.closed
    tiem: 关停日期
    data: { institutionId: { column: a, constant: b } }
`);
    const places = errors.map((error) => error.slice(0, error.indexOf(':')));
    expect(places).toEqual(
      expect.arrayContaining([
        'name',
        'source',
        'region',
        'header',
        'key',
        'events[0]',
        'events[0].data.institutionId',
      ]),
    );
  });

  it('with a broken regular expression says so', () => {
    expect(errorsOf(`${HEAD}skip: { column: a, matches: '(' }${CLOSED}`)[0]).toMatch(
      /skip\[0\]\.matches: no regular/,
    );
  });

  it('that is not YAML says where', () => {
    expect(errorsOf('name: [')[0]).toMatch(/^line 1: not valid YAML/);
    expect(errorsOf('a: 1\na: 2')[0]).toMatch(/DUPLICATE_KEY/);
  });

  it.each([
    [
      'type',
      'type: eldercare.institution.close\n    time: a\n    data: {}',
      /perhaps eldercare\.institution\.closed/,
    ],
    [
      'unknown field',
      'type: eldercare.institution.closed\n    time: a\n    data: { institutionId: a, reason: b, nam: c }',
      /no such field; it has institutionId/,
    ],
    [
      'missing field',
      'type: eldercare.institution.closed\n    time: a\n    data: { institutionId: a }',
      /required field reason/,
    ],
    [
      'column that names persons',
      'type: eldercare.institution.closed\n    time: a\n    data: { institutionId: a, reason: 负责人姓名 }',
      /never sent/,
    ],
    [
      'number of persons in a template',
      "type: eldercare.institution.closed\n    time: a\n    data: { institutionId: { template: 'X-{身份证号}' }, reason: b }",
      /never sent/,
    ],
    [
      'pseudonym for a text',
      'type: eldercare.institution.closed\n    time: a\n    data: { institutionId: a, reason: { pseudonym: [b] } }',
      /references of persons/,
    ],
    [
      'code that is none',
      'type: record.voided\n    time: a\n    data: { reason: { column: a, codes: { 重复: DUPLIKATE } } }',
      /DUPLIKATE is no code of void-reason; it has DUPLICATE/,
    ],
    [
      'required field left out when blank',
      'type: eldercare.institution.closed\n    time: a\n    data: { institutionId: { column: a, blank: omit }, reason: b }',
      /cannot be left out/,
    ],
  ])('is told of its %s', (_, event, said) => {
    expect(errorsOf(`${HEAD}events:\n  - ${event}\n`).join('\n')).toMatch(said);
  });

  it('with two events of one type wants names for them', () => {
    const event = CLOSED.trim().split('\n').slice(1).join('\n');
    expect(errorsOf(`${HEAD}events:\n${event}\n${event}\n`).join()).toMatch(/need a name each/);
  });

  it('may not key rows by a citizen’s number', () => {
    expect(errorsOf(HEAD.replace('编号', '身份证号') + CLOSED).join()).toMatch(/key\[0\].*never sent/);
  });
});
