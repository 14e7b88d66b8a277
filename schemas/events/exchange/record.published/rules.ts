import type { Rules } from '../../../contract.js';
import { isDistinct } from '../../../rules/distinct.js';
import type { ExchangeRecordPublished } from '../../../payloads.generated.js';
import { isCoded, isFieldName } from '../../../rules/exchange-value.js';
import { recordKeyRules } from '../../../rules/exchange-record-key.js';
import { isOnRequestOnly, isPersonal } from '../../../rules/exchange-resource.js';

export const rules: Rules<ExchangeRecordPublished> = [
  ...recordKeyRules,
  {
    name: 'answered-on-request-only',
    pointer: '/data/resource',
    zh: '救助、经济核对和儿童信息只应申请答复，不发布',
    en: 'relief, economic checks and children are answered on request and never published',
    holds: ({ data }) => !isOnRequestOnly(data.resource),
  },
  {
    name: 'has-contents',
    pointer: '/data/payload',
    zh: '记录内容不为空',
    en: 'a record has contents',
    holds: ({ data }) => data.payload.length > 0,
  },
  {
    name: 'payload-field-form',
    pointer: '/data/payload',
    zh: '信息项以英文字段名（小驼峰）填写',
    en: 'a field is named in camelCase',
    holds: ({ data }) => data.payload.every(({ field }) => isFieldName(field)),
  },
  {
    name: 'payload-fields-distinct',
    pointer: '/data/payload',
    zh: '信息项不重复',
    en: 'no field occurs twice',
    holds: ({ data }) => isDistinct(data.payload.map(({ field }) => field)),
  },
  {
    name: 'person-coded',
    pointer: '/data/payload',
    zh: '涉及个人的信息值只能是代码、日期、整数或摘要',
    en: 'a value about a person is a code, a day, a whole number or a digest',
    holds: ({ data }) => !isPersonal(data.resource) || data.payload.every(({ value }) => isCoded(value)),
  },
];
