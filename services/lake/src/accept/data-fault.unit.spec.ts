import { describe, expect, it } from '@jest/globals';
import { CrashError, RetryableError } from '@minhai/errors';
import fc from 'fast-check';
import { InjectedFault } from '../failpoints/failpoints.js';
import { liesInData, narrowed } from './data-fault.js';

const sqlError = (code: string) => Object.assign(new Error('refused'), { code });

describe('liesInData', () => {
  it.each([
    ['a value PostgreSQL refuses', sqlError('22021'), true],
    ['a broken check', sqlError('23514'), true],
    ['a value our encoder refuses', new TypeError('not a uuid'), true],
    ['a position given twice', sqlError('23505'), false],
    ['a missing grant', sqlError('42501'), false],
    ['a lost connection', new RetryableError('UNAVAILABLE'), false],
    ['a fenced process', new CrashError('HANDLER_ERROR'), false],
    ['an injected crash', new InjectedFault('lake.before-commit'), false],
    ['anything unknown', new Error('?'), false],
  ])('given %s, then %p', (_, fault, expected) => {
    expect(liesInData(fault)).toBe(expected);
  });
});

describe('narrowed', () => {
  it('given any slice, when narrowed twice, then every record stands alone and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (records) => {
        const parts = narrowed(records, 1);
        expect(parts.flat()).toEqual(records);
        expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(
          Math.ceil(Math.sqrt(records.length)),
        );
        expect(parts.flatMap((part) => narrowed(part, 2))).toEqual(records.map((item) => [item]));
      }),
    );
  });
});
