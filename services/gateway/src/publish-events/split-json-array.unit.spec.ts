import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitJsonArray } from './split-json-array.js';

const split = (text: string): string[] =>
  splitJsonArray(Buffer.from(text), 100).map((element) => element.toString());

describe('splitJsonArray', () => {
  it('cuts at the commas between elements and at no others', () => {
    expect(split(' [ {"a":[1,{"b":",]}"}]} ,{"c":"\\"],["}, 3 ]\n')).toEqual([
      '{"a":[1,{"b":",]}"}]}',
      '{"c":"\\"],["}',
      '3',
    ]);
  });

  it('finds nothing in an empty array', () => {
    expect(split('[ ]')).toEqual([]);
  });

  it('leaves a broken element to the reader of that element', () => {
    expect(split('[{"a":1},{a:1},nonsense,{"b":2}]')).toEqual(['{"a":1}', '{a:1}', 'nonsense', '{"b":2}']);
  });

  it.each(['[', '[}', '[{]', '[1,]', '[,1]', '[1,,2]', '["a]', '[{"a":1}}]', '[1]2', '[[1]', '["\\"]'])(
    'refuses %s as a whole',
    (text) =>
      expect(() => split(text)).toThrow(expect.objectContaining({ status: 400, code: 'JSON_SYNTAX' })),
  );

  it.each(['', ']', '{}', '1', '{"a":[]}'])('asks for an array when it gets %j', (text) => {
    expect(() => split(text)).toThrow(expect.objectContaining({ status: 400, code: 'BODY' }));
  });

  it('counts the elements', () => {
    expect(splitJsonArray(Buffer.from('[1,2]'), 2)).toHaveLength(2);
    expect(() => splitJsonArray(Buffer.from('[1,2,3]'), 2)).toThrow(
      expect.objectContaining({ status: 413, code: 'SIZE' }),
    );
  });

  it('agrees with JSON.parse about every array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (values, indent) => {
        expect(split(JSON.stringify(values, undefined, indent)).map((text) => JSON.parse(text))).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      }),
    );
  });
});
