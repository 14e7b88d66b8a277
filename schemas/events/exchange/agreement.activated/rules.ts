import type { Rules } from '../../../contract.js';
import { isDistinct } from '../../../rules/distinct.js';
import { endsAfterEvent } from '../../../rules/event-day.js';
import type { ExchangeAgreementActivated } from '../../../payloads.generated.js';
import { isExchangeRegion } from '../../../rules/exchange-region.js';

export const rules: Rules<ExchangeAgreementActivated> = [
  {
    name: 'regions-known',
    pointer: '/data/regions',
    zh: '协议各方为 31、32、33、34',
    en: 'the parties are among 31, 32, 33 and 34',
    holds: ({ data }) => data.regions.every(isExchangeRegion),
  },
  {
    name: 'regions-distinct',
    pointer: '/data/regions',
    zh: '协议各方不重复',
    en: 'no party is named twice',
    holds: ({ data }) => isDistinct(data.regions),
  },
  {
    name: 'regions-two-or-more',
    pointer: '/data/regions',
    zh: '协议至少有两方',
    en: 'an agreement has two parties or more',
    holds: ({ data }) => data.regions.length >= 2,
  },
  {
    name: 'has-resources',
    pointer: '/data/resources',
    zh: '协议至少约定一项共享资源',
    en: 'an agreement names a resource',
    holds: ({ data }) => data.resources.length > 0,
  },
  {
    name: 'resources-distinct',
    pointer: '/data/resources',
    zh: '共享资源不重复',
    en: 'no resource is named twice',
    holds: ({ data }) => isDistinct(data.resources),
  },
  {
    name: 'has-purposes',
    pointer: '/data/purposes',
    zh: '协议至少约定一项用途',
    en: 'an agreement names a purpose',
    holds: ({ data }) => data.purposes.length > 0,
  },
  {
    name: 'purposes-distinct',
    pointer: '/data/purposes',
    zh: '用途不重复',
    en: 'no purpose is named twice',
    holds: ({ data }) => isDistinct(data.purposes),
  },
  endsAfterEvent,
];
