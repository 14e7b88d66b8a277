import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeOrganisationCode, organisationCheckCharacter } from './organisation-code.js';
import { neighbourSwaps, substitutions } from './typing-errors.fixture.spec.js';
import { buildUsci, judgeUsci, readUsci, usciCheckCharacter } from './usci.js';

const PUBLISHED = [
  '91350100M000100Y43',
  '11100000000013338W',
  '11430000006122244L',
  '113700000045046442',
  '11330105002500287C',
  '11220000013544541J',
];
/** Invented, in order. */
const SYNTHETIC = [
  '51310105000000019A',
  '523101050000000197',
  '53310000000000019N',
  '513101180000000195',
  '913101180000000191',
  '12310105000000019B',
];
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const textOf = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const usci = fc
  .tuple(textOf(ALPHABET, 2), textOf('0123456789', 6), textOf(ALPHABET, 8))
  .map(([kind, region, body]) => buildUsci(kind + region, body));

describe('unified social credit identifier', () => {
  it('accepts the published and the invented vectors', () => {
    expect([...PUBLISHED, ...SYNTHETIC].filter((text) => judgeUsci(text) !== 'valid')).toEqual([]);
  });

  it('refuses the letters the standard leaves out, small letters and other lengths', () => {
    for (const letter of 'IOSVZ') expect(judgeUsci(`91350100M000100Y4${letter}`)).toBe('form');
    for (const text of [
      '91350100m000100y43',
      '91350100M000100Y4',
      '91350100M000100Y433',
      '９１350100M000100Y4',
    ])
      expect(judgeUsci(text)).toBe('form');
  });

  it('given a wrong inner check under a right outer one, then it says so', () => {
    const first17 = '51310105000000018';
    expect(judgeUsci(first17 + usciCheckCharacter(first17))).toBe('inner-check');
    expect(judgeUsci(`${first17}A`)).toBe('check');
  });

  it('gives its parts', () => {
    expect(readUsci('51310105000000019A')).toEqual({
      authority: '5',
      category: '1',
      region: '310105',
      organisationCode: '000000019',
    });
    expect(readUsci('5131010500000001IA')).toBeUndefined();
  });

  it('given a generated identifier, then every other character and every swap of neighbours is caught', () => {
    fc.assert(
      fc.property(usci, (valid) => {
        expect(judgeUsci(valid)).toBe('valid');
        const mistyped = [
          ...substitutions(valid, ALPHABET),
          ...neighbourSwaps(valid).map(({ swapped }) => swapped),
        ];
        expect(mistyped.filter((one) => ['valid', 'inner-check'].includes(judgeUsci(one)))).toEqual([]);
      }),
    );
  });
});

describe('organisation code', () => {
  const complete = (body: string) => body + organisationCheckCharacter(body);
  const value = (character: string) => Number.parseInt(character, 36);

  it('is judged by itself as inside an identifier', () => {
    expect(PUBLISHED.map((text) => judgeOrganisationCode(text.slice(8, 17)))).toEqual(
      PUBLISHED.map(() => 'valid'),
    );
    expect(['00000001-9', '00000001', '00000001A', 'm000100Y4'].map(judgeOrganisationCode)).toEqual([
      'form',
      'form',
      'form',
      'form',
    ]);
    expect(judgeOrganisationCode('000000018')).toBe('check');
  });

  it('given digits, then every other digit and every swap is caught, but for 1X at the end', () => {
    fc.assert(
      fc.property(textOf('0123456789', 8).map(complete), (valid) => {
        const changed = substitutions(valid, '0123456789');
        expect(changed.filter((one) => judgeOrganisationCode(one) === 'valid')).toEqual([]);
        const missed = neighbourSwaps(valid).filter(
          ({ swapped }) => judgeOrganisationCode(swapped) === 'valid',
        );
        expect(missed.map(({ at }) => at)).toEqual(valid.endsWith('1X') ? [7] : []);
      }),
    );
    expect(['00010001X', '0001000X1'].map(judgeOrganisationCode)).toEqual(['valid', 'valid']);
  });

  it('given letters, then what has the same value modulo 11 is missed, and nothing else', () => {
    fc.assert(
      fc.property(textOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 8), (body) => {
        const valid = complete(body);
        const isAlike = (a: string, b: string) => value(a) % 11 === value(b) % 11;
        for (const [at, character] of [...body].entries())
          for (const one of substitutions(valid, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', [at].values()))
            expect(judgeOrganisationCode(one) === 'valid').toBe(isAlike(one[at]!, character));
        for (const { at, swapped } of neighbourSwaps(valid).filter((swap) => swap.at < 7))
          expect(judgeOrganisationCode(swapped) === 'valid').toBe(isAlike(valid[at]!, valid[at + 1]!));
      }),
    );
  });
});
