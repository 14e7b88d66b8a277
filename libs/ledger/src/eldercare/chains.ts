import type { TrapNote } from '../posting/chapter.js';

/** An invented brand, and which ordinary institutions (from 0) of which streets carry it. */
export interface Chain {
  readonly brand: string;
  readonly members: readonly (readonly [street: string, institution: number])[];
}

/** Carried besides by the institution of 赵巷 that closed in 2020. */
export const ENDING_CHAIN = '示例松鹤';

/** 青浦: three brands on two sites or more at the end of 2020. 长宁's plan names no chains. */
export const CHAINS: readonly Chain[] = [
  {
    brand: '示例康颐',
    members: [
      ['310118102', 0],
      ['310118001', 0],
      ['310118003', 0],
    ],
  },
  {
    brand: '示例和寿',
    members: [
      ['310118102', 1],
      ['310118105', 0],
    ],
  },
  {
    brand: '示例福苑',
    members: [
      ['310118106', 0],
      ['310118110', 0],
    ],
  },
  { brand: '示例安怡', members: [['310118107', 0]] },
  { brand: ENDING_CHAIN, members: [['310118002', 0]] },
];

export const brandOf = (street: string, institution: number): string | undefined =>
  CHAINS.find(({ members }) =>
    members.some(([there, ordinal]) => there === street && ordinal === institution),
  )?.brand;

/** Brands with what is unusual about the opening of a member, by street. */
export const CHAIN_TRAPS: Readonly<Record<string, TrapNote>> = {
  '示例安怡|310118107': {
    name: 'chain-of-one',
    expectation: 'a brand on one site is no chain',
  },
  '示例松鹤|310118002': {
    name: 'chain-lost-a-site',
    expectation: 'its other institution closed on 2020-05-29: a chain until then, not at the end of 2020',
  },
  '示例和寿|310118105': {
    name: 'chain-brand-corrected',
    expectation:
      'its brand was first written 示例合寿, corrected on 2021-02-08: a chain known only from then on',
    mishap: { kind: 'corrected', first: { chainBrand: '示例合寿' }, correctedOn: '2021-02-08' },
  },
};
