import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeHeaders, encodeHeaders } from './header-bytes.js';

describe('header bytes', () => {
  it('given any headers, when encoded and decoded, then they are the same', () => {
    const value = fc.option(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 12 }), value), (headers) => {
        expect(decodeHeaders(encodeHeaders(headers))).toEqual({ ...headers });
      }),
    );
  });

  it('given bytes cut short, when decoded, then it is an error and not a guess', () => {
    const bytes = encodeHeaders({ ce_id: Buffer.from('abc') });
    expect(() => decodeHeaders(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
  });
});
