import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { SocialorgRegistered } from '../../../payloads.generated.js';
import { USCI_PREFIX } from '../../../rules/social-organisation.js';

export const rules: Rules<SocialorgRegistered> = [
  {
    name: 'usci-of-kind',
    pointer: '/data/usci',
    zh: '统一社会信用代码前两位与组织类型相符（51、52、53）',
    en: 'the identifier begins as the kind asks: 51, 52 or 53',
    holds: ({ data }) => data.usci.startsWith(USCI_PREFIX[data.kind]),
  },
  {
    name: 'usci-of-registrar',
    pointer: '/data/registrar',
    zh: '登记机关与统一社会信用代码第 3–8 位一致',
    en: 'the registrar is the one the identifier carries',
    holds: ({ data }) => data.usci.slice(2, 8) === data.registrar,
  },
  {
    name: 'established-by-then',
    pointer: '/data/establishedOn',
    zh: '成立日期不晚于登记日',
    en: 'an organisation is established by the day of its registration',
    holds: ({ data, time }) => data.establishedOn === null || data.establishedOn <= dayOf(time),
  },
];
