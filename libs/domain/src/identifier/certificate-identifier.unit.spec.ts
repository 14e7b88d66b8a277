import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatCertificateIdentifier,
  judgeCertificateIdentifier,
  parseCertificateIdentifier,
} from './certificate-identifier.js';
import { mod37_36 } from './iso7064.js';
import { neighbourSwaps, substitutions } from './typing-errors.fixture.spec.js';

const ROOT = '1.2.156.3005.2';
const PUBLISHED = [
  `${ROOT}.11100000000013338W011.11430000006122244L.20230000403.001.U`,
  `${ROOT}.11100000000013338W009.11330105002500287C.2025052201.002.0`,
  `${ROOT}.11100000000013338W032.11220000013544541J.2430599.001.F`,
  `${ROOT}.11100000MB03271699022.340100.000000016.001.9`,
];
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const textOf = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

const parts = fc.record({
  type: fc.tuple(textOf(ALPHABET, 18), textOf('0123456789', 3)).map(([owner, number]) => owner + number),
  issuer: textOf(ALPHABET, 6, 18),
  serial: textOf(ALPHABET, 1, 32),
  version: textOf('0123456789', 3),
});

/** The carry after a text, as ISO 7064 runs it: 1 to 36. */
const carryAfter = (text: string) =>
  [...text].reduce((carry, one) => (((carry + Number.parseInt(one, 36)) % 36 || 36) * 2) % 37, 36);
const sum = (carry: number, character: string) => (carry + Number.parseInt(character, 36)) % 36;

describe('certificate identifier', () => {
  it('accepts the published vectors and gives their parts back', () => {
    expect(PUBLISHED.map(judgeCertificateIdentifier)).toEqual(PUBLISHED.map(() => 'valid'));
    expect(PUBLISHED.map((text) => formatCertificateIdentifier(parseCertificateIdentifier(text)!))).toEqual(
      PUBLISHED,
    );
    expect(parseCertificateIdentifier(PUBLISHED[3]!)).toEqual({
      type: '11100000MB03271699022',
      issuer: '340100',
      serial: '000000016',
      version: '001',
    });
  });

  it.each([
    ['another root', '1.2.156.3005.1.11100000000013338W011.340100.1.001.0'],
    ['a short type', `${ROOT}.11100000000013338W11.340100.1.001.0`],
    ['an issuer of 5', `${ROOT}.11100000000013338W011.34010.1.001.0`],
    ['an issuer of 19', `${ROOT}.11100000000013338W011.${'1'.repeat(19)}.1.001.0`],
    ['no serial', `${ROOT}.11100000000013338W011.340100..001.0`],
    ['a serial of 33', `${ROOT}.11100000000013338W011.340100.${'1'.repeat(33)}.001.0`],
    ['a version of 2', `${ROOT}.11100000000013338W011.340100.1.01.0`],
    ['no check character', `${ROOT}.11100000000013338W011.340100.1.001`],
    ['small letters', PUBLISHED[0]!.toLowerCase()],
    ['a line end after it', `${PUBLISHED[0]}\n`],
  ])('given %s, then it is no such identifier', (_, text) => {
    expect(judgeCertificateIdentifier(text)).toBe('form');
  });

  it('writes no identifier from parts that have not their form', () => {
    const wrong = { type: '1'.repeat(21), issuer: '34010', serial: '1', version: '001' };
    expect(() => formatCertificateIdentifier(wrong)).toThrow(RangeError);
    expect(() => formatCertificateIdentifier({ ...wrong, issuer: '34.100' })).toThrow(RangeError);
  });

  it('given generated parts, then they read back and every other character is caught', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const text = formatCertificateIdentifier(given);
        expect(judgeCertificateIdentifier(text)).toBe('valid');
        expect(parseCertificateIdentifier(text)).toEqual(given);
        const positions = [...text.slice(ROOT.length).matchAll(/[^.]/g)].map(
          ({ index }) => ROOT.length + index,
        );
        const changed = substitutions(text, ALPHABET, positions.values());
        expect(changed.filter((one) => judgeCertificateIdentifier(one) === 'valid')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('MOD 37,36', () => {
  it('misses one swap of neighbours in 630 after every carry: the pair whose sums are 18 and 19', () => {
    const characters = [...ALPHABET];
    const pairs = characters.flatMap((left, i) => characters.slice(i + 1).map((right) => [left, right]));
    expect(pairs).toHaveLength(630);
    // One leading character brings the carry to each of its 36 values.
    for (const lead of characters) {
      const missed = pairs.filter(
        ([left, right]) => mod37_36(`${lead}${left}${right}`) === mod37_36(`${lead}${right}${left}`),
      );
      const sums = missed.map((pair) => pair.map((one) => sum(carryAfter(lead), one)).sort());
      expect(sums).toEqual([[18, 19]]);
    }
    expect(new Set(characters.map(carryAfter)).size).toBe(36);
  });

  it('given any text and its check character, then exactly these swaps are missed, at the end too', () => {
    fc.assert(
      fc.property(textOf(ALPHABET, 1, 60), (text) => {
        const whole = text + mod37_36(text);
        for (const { at, swapped } of neighbourSwaps(whole)) {
          const carry = carryAfter(whole.slice(0, at));
          const sums = [sum(carry, whole[at]!), sum(carry, whole[at + 1]!)].sort();
          expect(mod37_36(swapped.slice(0, -1)) === swapped.at(-1)).toBe(sums.join() === '18,19');
        }
      }),
    );
  });

  it('is for digits and capital letters', () => {
    expect(() => mod37_36('a')).toThrow(RangeError);
    expect(() => mod37_36('')).toThrow(RangeError);
  });
});
