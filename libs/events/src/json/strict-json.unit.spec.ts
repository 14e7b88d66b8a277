import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../limits.js';
import { parseStrictJson } from './strict-json.js';

function verdict(input: string | Buffer): string {
  const outcome = parseStrictJson(input);
  return outcome.ok ? 'in order' : outcome.problems.map(({ code, pointer }) => `${code} ${pointer}`).join();
}

describe('strict JSON', () => {
  it.each([
    ['{"a":1,"a":1}', 'JSON_DUP_KEY /a'],
    ['{"a":1,"\\u0061":2}', 'JSON_DUP_KEY /a'],
    ['{"data":{"x":[{"k":1},{"k":1, "k" : 2}]}}', 'JSON_DUP_KEY /data/x/1/k'],
    ['{"a/b":1,"a/b":2}', 'JSON_DUP_KEY /a~1b'],
    ['{"a":{"__proto__":1,"__proto__":2}}', 'JSON_DUP_KEY /a/__proto__'],
    ['{"a":"a:b","b":":","c":"\\":\\\\"}', 'in order'],
    ['{"a":["a","a"],"b":{"a":1}}', 'in order'],
    ['', 'JSON_SYNTAX '],
    ['{"a":1', 'JSON_SYNTAX '],
    ['{"a":01}', 'JSON_SYNTAX '],
    ['\ufeff{}', 'JSON_SYNTAX '],
    ['NaN', 'JSON_SYNTAX '],
    ['{"a":1e-400}', 'NUM_RANGE '],
    ['{"a":[0.99999999999999999999]}', 'NUM_RANGE '],
    ['{"a":40.0,"b":4e1,"c":0.5,"d":-0,"e":"1e-400"}', 'in order'],
  ])('%s is %s', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  it('given bytes that are not UTF-8, then ENCODING', () => {
    expect(verdict(Buffer.from([0x22, 0xd1, 0xf8, 0xc0, 0xcf, 0x22]))).toBe('ENCODING ');
  });

  it('given a syntax error, then the message holds no text of the body', () => {
    const outcome = parseStrictJson('{"name": "张三" 张三}');
    expect(outcome.ok ? '' : outcome.problems[0]!.message).toMatch(/^not valid JSON at character \d+$/);
  });

  it('keeps __proto__ as an ordinary key', () => {
    const outcome = parseStrictJson('{"__proto__":{"polluted":true}}');
    expect(outcome.ok && Object.keys(outcome.value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('limits depth and size, one below, at and one above', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    const deep = [LIMITS.depth - 1, LIMITS.depth, LIMITS.depth + 1].map((depth) => verdict(nested(depth)));
    expect(deep).toEqual(['in order', 'in order', 'JSON_DEPTH ']);
    const long = [-1, 0, 1].map((more) =>
      verdict(`"${'民'.repeat(3)}${'a'.repeat(LIMITS.valueBytes - 11 + more)}"`),
    );
    expect(long).toEqual(['in order', 'in order', 'SIZE ']);
    expect(verdict('['.repeat(500_000))).toBe('JSON_DEPTH ');
  });

  it('given any JSON value, then it reads as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.boolean(), (value, indented) => {
        const text = JSON.stringify(value, null, indented ? 2 : undefined);
        const outcome = parseStrictJson(text);
        expect(outcome.ok && outcome.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('given any text, then it answers and never throws', () => {
    const jsonish = fc.string({ unit: fc.constantFrom(...'{}[]":,\\u0a1e-. tn') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), jsonish), (text) => {
        const outcome = parseStrictJson(text);
        if (outcome.ok) expect(outcome.value).toEqual(JSON.parse(text));
        else expect(outcome.problems[0]!.code).toMatch(/^JSON_|^NUM_RANGE$/);
      }),
      { numRuns: 2000 },
    );
  });
});
