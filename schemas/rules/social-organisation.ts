import type { SocialorgKind } from '../codelists.generated.js';
import type { Rule } from '../contract.js';

/** GB 32100: 5 is the civil-affairs authority, the second character the category. */
export const USCI_PREFIX: Readonly<Record<SocialorgKind, string>> = {
  ASSOCIATION: '51',
  PRIVATE_NON_ENTERPRISE: '52',
  FOUNDATION: '53',
};

/** The identifier is that of a social organisation of one of the kinds, of any kind when none is named. */
export function socialOrganisationUsci(...kinds: readonly SocialorgKind[]): Rule<{ readonly usci: string }> {
  const prefixes = kinds.length > 0 ? kinds.map((kind) => USCI_PREFIX[kind]) : Object.values(USCI_PREFIX);
  return {
    name: 'usci-of-social-organisation',
    pointer: '/data/usci',
    zh: `社会组织统一社会信用代码以 ${prefixes.join('、')} 开头`,
    en: `the identifier of the social organisation begins with ${prefixes.join(' or ')}`,
    holds: ({ data }) => prefixes.some((prefix) => data.usci.startsWith(prefix)),
  };
}
