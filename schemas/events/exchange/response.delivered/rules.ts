import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { isDigest } from '../../../rules/digest.js';
import { isDistinct } from '../../../rules/distinct.js';
import { endsAfterEvent } from '../../../rules/event-day.js';
import type { ExchangeResponseDelivered } from '../../../payloads.generated.js';
import { isCoded, isFieldName } from '../../../rules/exchange-value.js';

const SIGNATURE = /^[0-9a-f]{128}$/;

export const rules: Rules<ExchangeResponseDelivered> = [
  {
    name: 'answer-field-form',
    pointer: '/data/answers',
    zh: '信息项以英文字段名（小驼峰）填写',
    en: 'a field is named in camelCase',
    holds: ({ data }) => data.answers.every(({ field }) => isFieldName(field)),
  },
  {
    name: 'answer-fields-distinct',
    pointer: '/data/answers',
    zh: '信息项不重复',
    en: 'no field is answered twice',
    holds: ({ data }) => isDistinct(data.answers.map(({ field }) => field)),
  },
  {
    name: 'answers-coded',
    pointer: '/data/answers',
    zh: '应答值只能是代码、日期、整数或摘要',
    en: 'an answer is a code, a day, a whole number or a digest',
    holds: ({ data }) => data.answers.every(({ value }) => isCoded(value)),
  },
  {
    name: 'answers-only-for-match',
    pointer: '/data/answers',
    zh: '只有匹配或部分匹配才返回信息项',
    en: 'fields are answered for a match or a partial one only',
    holds: ({ data }) => data.result === 'MATCH' || data.result === 'PARTIAL' || data.answers.length === 0,
  },
  {
    name: 'as-of-before-delivery',
    pointer: '/data/asOf',
    zh: '数据截止日期不晚于送达日',
    en: 'data are not as of a day after the delivery',
    holds: ({ data, time }) => data.asOf <= dayOf(time),
  },
  endsAfterEvent,
  {
    name: 'evidence-hash-form',
    pointer: '/data/evidenceHash',
    zh: '证据摘要为 64 位小写十六进制数',
    en: 'the hash of the evidence is 64 lower-case hexadecimal digits',
    holds: ({ data }) => isDigest(data.evidenceHash),
  },
  {
    name: 'signature-form',
    pointer: '/data/signature',
    zh: '签名为 128 位小写十六进制数',
    en: 'a signature is 128 lower-case hexadecimal digits',
    holds: ({ data }) => SIGNATURE.test(data.signature),
  },
];
