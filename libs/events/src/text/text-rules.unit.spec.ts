import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeText, judgeUtf8 } from './text-rules.js';

const utf8 = (text: string) => {
  const bytes = Buffer.from(`<${text}>`);
  return judgeUtf8(bytes, 1, bytes.length - 1);
};

describe('texts of a register', () => {
  it.each([
    ['rare ideographs', '𠮷田㐂子'],
    ['private use, as old registers have it', '王\ue000'],
    ['a compatibility ideograph that NFC would replace', '\uf90a小明'],
    ['one with a composed letter beside it', '\uf90aCafé'],
    ['an ideographic variant', '葛\u{e0100}城'],
    ['middle dot and ideographic space', '买买提·艾力\u3000示例'],
    ['Tibetan, Uyghur and Mongolian', 'བོད་ཡིག ئۇيغۇرچە ᠮᠣᠩᠭᠣᠯ'],
    ['full-width letters', 'ＡＢＣ１２３'],
    ['an emoji', '示例😀'],
  ])('keep %s', (_, text) => {
    expect([judgeText(text), utf8(text)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['U+0000', '\u0000', 'CONTROL_CHAR'],
    ['line end', 'a\nb', 'CONTROL_CHAR'],
    ['escape', '\u001b[31m', 'CONTROL_CHAR'],
    ['C1 control', '\u0085', 'CONTROL_CHAR'],
    ['zero-width space, which trim() keeps', 'a\u200b', 'CONTROL_CHAR'],
    ['byte order mark', '\ufeffa', 'CONTROL_CHAR'],
    ['right-to-left override', '\u202eabc', 'CONTROL_CHAR'],
    ['isolate', '\u2066a\u2069', 'CONTROL_CHAR'],
    ['tag character', 'a\u{e0041}', 'CONTROL_CHAR'],
    ['replacement character', '张\ufffd', 'ENCODING'],
    ['noncharacter', '\uffff', 'ENCODING'],
    ['decomposed letter', 'Cafe\u0301', 'ENCODING'],
    ['decomposed kana', '\u304b\u3099', 'ENCODING'],
    ['decomposed letter beside a compatibility ideograph', '\uf90ae\u0301', 'ENCODING'],
  ])('refuse %s', (_, text, code) => {
    expect([judgeText(text), utf8(text)]).toEqual([code, code]);
  });

  it('refuse a lone surrogate', () => {
    expect(['\ud800', 'a\udc00b', '\ud83d'].map(judgeText)).toEqual(['ENCODING', 'ENCODING', 'ENCODING']);
  });

  it('given any text, then its characters and its bytes are judged alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(text)).toBe(judgeText(text));
      }),
      { numRuns: 500 },
    );
  });

  it('given any bytes, then only UTF-8 passes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (array) => {
        const bytes = Buffer.from(array);
        const isUtf8 = Buffer.from(bytes.toString('utf8')).equals(bytes);
        const verdict = judgeUtf8(bytes, 0, bytes.length);
        if (isUtf8) expect(verdict).toBe(judgeText(bytes.toString('utf8')));
        else expect(['ENCODING', 'CONTROL_CHAR']).toContain(verdict);
      }),
      { numRuns: 2000 },
    );
  });
});
