import type { Rules } from '../contract.js';
import { isDistinct } from './distinct.js';

interface Parties {
  readonly adoptee: string;
  readonly adopters: readonly string[];
}

/** A couple adopts together or one person alone (Civil Code art. 1101). */
export const partiesRules: Rules<Parties> = [
  {
    name: 'one-or-two-adopters',
    pointer: '/data/adopters',
    zh: '收养人为一人或两人',
    en: 'one or two persons adopt',
    holds: ({ data }) => data.adopters.length === 1 || data.adopters.length === 2,
  },
  {
    name: 'adopters-distinct',
    pointer: '/data/adopters',
    zh: '收养人不重复',
    en: 'no adopter is named twice',
    holds: ({ data }) => isDistinct(data.adopters),
  },
  {
    name: 'adoptee-is-another',
    pointer: '/data/adoptee',
    zh: '被收养人不是收养人',
    en: 'nobody adopts himself',
    holds: ({ data }) => !data.adopters.includes(data.adoptee),
  },
];
