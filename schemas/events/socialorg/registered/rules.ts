import type { SocialorgKind } from '../../../codelists.generated.js';
import type { Rules } from '../../../contract.js';
import type { SocialorgRegistered } from '../../../payloads.generated.js';

/** GB 32100: 5 is the civil-affairs authority, the second character the category. */
const PREFIX: Readonly<Record<SocialorgKind, string>> = {
  ASSOCIATION: '51',
  PRIVATE_NON_ENTERPRISE: '52',
  FOUNDATION: '53',
};

export const rules: Rules<SocialorgRegistered> = [
  {
    name: 'usci-of-kind',
    pointer: '/data/usci',
    zh: '统一社会信用代码前两位与组织类型相符（51、52、53）',
    en: 'the identifier begins as the kind asks: 51, 52 or 53',
    holds: ({ data }) => data.usci.startsWith(PREFIX[data.kind]),
  },
  {
    name: 'usci-of-registrar',
    pointer: '/data/registrar',
    zh: '登记机关与统一社会信用代码第 3–8 位一致',
    en: 'the registrar is the one the identifier carries',
    holds: ({ data }) => data.usci.slice(2, 8) === data.registrar,
  },
];
