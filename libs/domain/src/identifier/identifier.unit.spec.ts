import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatMarriageWordNumber,
  isFormerMarriageNumber,
  parseMarriageWordNumber,
} from './marriage-word-number.js';
import { isUuid, uuidV7 } from './uuid.js';

describe('marriage word number', () => {
  it('reads its four parts and writes them back', () => {
    expect(parseMarriageWordNumber('BJ110101-2010-000001')).toEqual({
      prefix: 'BJ',
      office: '110101',
      year: 2010,
      sequence: 1,
    });
    expect(formatMarriageWordNumber(parseMarriageWordNumber('J310118-2019-002922')!)).toBe(
      'J310118-2019-002922',
    );
    expect(['j310118-2019-000001', 'J310118-2019-1', '政字第1号'].map(parseMarriageWordNumber)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('knows the forms before 2004, and takes nothing else for one', () => {
    expect(
      ['政字第1号', '沪长婚字第0123号', '（98）青结字第45号', '浙杭西结字010200123号'].filter(
        isFormerMarriageNumber,
      ),
    ).toHaveLength(4);
    expect(
      [
        'J310118-2019-002922',
        '字第1号',
        '婚字第号',
        '110105194912310021字第1号',
        '婚字第１号',
        ' 婚字第1号',
      ].filter(isFormerMarriageNumber),
    ).toEqual([]);
  });
});

describe('uuid v7', () => {
  it('given later times, then ids sort later and keep the canonical form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 47 }),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        (epochMs, entropy) => {
          const id = uuidV7(epochMs, entropy);
          expect(isUuid(id)).toBe(true);
          expect(id[14]).toBe('7');
          expect(uuidV7(epochMs + 1, entropy) > id).toBe(true);
        },
      ),
    );
  });
});
