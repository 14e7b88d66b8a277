import type { ExchangeResource } from '../codelists.generated.js';
import type { Rules } from '../contract.js';
import { isDigest } from './digest.js';
import { isPersonal } from './exchange-resource.js';

const KEY = /^[0-9A-Za-z][0-9A-Za-z-]{2,63}$/;

interface RecordNamed {
  readonly resource: ExchangeResource | null;
  readonly recordKey: string | null;
}

/** A record of a person is named by a token that only the two regions of a pair can make. */
export const recordKeyRules: Rules<RecordNamed> = [
  {
    name: 'person-as-token',
    pointer: '/data/recordKey',
    zh: '涉及个人的记录以令牌（64 位小写十六进制数）标识',
    en: 'a record of a person is named by a token of 64 lower-case hexadecimal digits',
    holds: ({ data }) =>
      data.resource === null ||
      data.recordKey === null ||
      !isPersonal(data.resource) ||
      isDigest(data.recordKey),
  },
  {
    name: 'record-key-form',
    pointer: '/data/recordKey',
    zh: '记录标识为 3 至 64 位字母、数字或连字符',
    en: 'a record is named by 3 to 64 letters, digits or hyphens',
    holds: ({ data }) => data.recordKey === null || KEY.test(data.recordKey),
  },
];
