import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { isDigest } from '../../../rules/digest.js';
import type { ExchangeAuditSealed } from '../../../payloads.generated.js';
import { isExchangeRegion } from '../../../rules/exchange-region.js';

export const rules: Rules<ExchangeAuditSealed> = [
  {
    name: 'node-known',
    pointer: '/data/nodeRegion',
    zh: '节点为 31、32、33、34 之一',
    en: 'the node is 31, 32, 33 or 34',
    holds: ({ data }) => isExchangeRegion(data.nodeRegion),
  },
  {
    name: 'sealed-after-the-day',
    pointer: '/data/day',
    zh: '当日结束后方可封存',
    en: 'a day is sealed when it is over',
    holds: ({ data, time }) => data.day < dayOf(time),
  },
  {
    name: 'root-form',
    pointer: '/data/merkleRoot',
    zh: '默克尔树根为 64 位小写十六进制数',
    en: 'a root is 64 lower-case hexadecimal digits',
    holds: ({ data }) => isDigest(data.merkleRoot),
  },
  {
    name: 'previous-root-form',
    pointer: '/data/previousRoot',
    zh: '前一封存日树根为 64 位小写十六进制数',
    en: 'the root before it is 64 lower-case hexadecimal digits',
    holds: ({ data }) => data.previousRoot === null || isDigest(data.previousRoot),
  },
  {
    name: 'root-changes-with-entries',
    pointer: '/data/merkleRoot',
    zh: '当日有条目则树根变化，无条目则不变',
    en: 'the root changes when the day has entries, and only then',
    holds: ({ data }) =>
      data.previousRoot === null || data.count > 0 === (data.merkleRoot !== data.previousRoot),
  },
];
