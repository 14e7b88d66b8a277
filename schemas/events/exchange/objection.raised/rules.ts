import type { Rules } from '../../../contract.js';
import type { ExchangeObjectionRaised } from '../../../payloads.generated.js';
import { isCoded, isFieldName } from '../../../rules/exchange-value.js';
import { recordKeyRules } from '../../../rules/exchange-record-key.js';
import { isPersonal } from '../../../rules/exchange-resource.js';

export const rules: Rules<ExchangeObjectionRaised> = [
  {
    name: 'one-target',
    pointer: '/data/requestId',
    zh: '异议针对一次应答或一条记录，且只针对其一',
    en: 'an objection is to a response or to a record, not to both',
    holds: ({ data }) => (data.requestId === null) !== (data.recordKey === null),
  },
  {
    name: 'record-has-resource',
    pointer: '/data/resource',
    zh: '针对记录的异议须填共享资源，针对应答的不填',
    en: 'an objection names the resource of a record, and of a response none',
    holds: ({ data }) => (data.resource === null) === (data.recordKey === null),
  },
  ...recordKeyRules,
  {
    name: 'field-form',
    pointer: '/data/field',
    zh: '信息项以英文字段名（小驼峰）填写',
    en: 'a field is named in camelCase',
    holds: ({ data }) => isFieldName(data.field),
  },
  {
    name: 'claim-coded',
    pointer: '/data/claimedValue',
    zh: '涉及个人的主张值只能是代码、日期、整数或摘要',
    en: 'a claim about a person is a code, a day, a whole number or a digest',
    // A response does not say here what it was about, so it counts as personal.
    holds: ({ data }) => (data.resource !== null && !isPersonal(data.resource)) || isCoded(data.claimedValue),
  },
];
