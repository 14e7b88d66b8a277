import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatMarriageWordNumber, parseMarriageWordNumber } from './marriage-word-number.js';
import { buildUsci, judgeUsci } from './usci.js';
import { isUuid, uuidV7 } from './uuid.js';

const PUBLISHED_USCI = [
  '91350100M000100Y43',
  '11100000000013338W',
  '11430000006122244L',
  '113700000045046442',
  '11330105002500287C',
  '11220000013544541J',
];

describe('unified social credit identifier', () => {
  it('accepts the published vectors', () => {
    expect(PUBLISHED_USCI.map(judgeUsci)).toEqual(PUBLISHED_USCI.map(() => 'valid'));
  });

  it('refuses the letters the standard leaves out', () => {
    for (const letter of 'IOSVZ') expect(judgeUsci(`9135010${letter}M000100Y43`.slice(0, 18))).toBe('form');
    expect(judgeUsci('91350100m000100y43')).toBe('form');
  });

  it('given a built identifier, then it is valid and any other digit in the region part is noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 2, max: 7 }),
        (body, position) => {
          const usci = buildUsci('51310105', String(body).padStart(8, '0'));
          expect(judgeUsci(usci)).toBe('valid');
          const changed =
            usci.slice(0, position) + String((Number(usci[position]) + 1) % 10) + usci.slice(position + 1);
          expect(judgeUsci(changed)).toBe('check');
        },
      ),
    );
  });
});

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
