import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@minhai/facts';
import fc from 'fast-check';
import { canonicalText, type JsonValue } from './canonical-text.js';

describe('canonicalText', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    expect(canonicalText({ b: [{ z: 1, a: '青浦' }], a: undefined, B: null })).toBe(
      '{"B":null,"b":[{"a":"青浦","z":1}]}',
    );
  });

  it('refuses numbers JSON cannot say', () => {
    expect(() => canonicalText({ a: Number.NaN })).toThrow(TypeError);
  });

  it('spells dimensions as the tables of facts do', () => {
    const scalars = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.string(), fc.integer()));
    fc.assert(fc.property(scalars, (dims) => expect(canonicalText(dims)).toBe(canonicalJson(dims))));
  });

  it('is a fixed point: what it wrote is read and written the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value as JsonValue);
        expect(canonicalText(JSON.parse(text) as JsonValue)).toBe(text);
      }),
    );
  });
});
