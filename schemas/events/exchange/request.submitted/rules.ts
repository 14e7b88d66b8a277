import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import { isDigest } from '../../../rules/digest.js';
import { isDistinct } from '../../../rules/distinct.js';
import type { ExchangeRequestSubmitted } from '../../../payloads.generated.js';
import { isFieldName } from '../../../rules/exchange-value.js';
import { isExchangeRegion } from '../../../rules/exchange-region.js';
import { isPersonal } from '../../../rules/exchange-resource.js';

type Submitted = Rules<ExchangeRequestSubmitted>;

const between: Submitted = [
  {
    name: 'from-region-known',
    pointer: '/data/fromRegion',
    zh: '申请方为 31、32、33、34 之一',
    en: 'the region that asks is 31, 32, 33 or 34',
    holds: ({ data }) => isExchangeRegion(data.fromRegion),
  },
  {
    name: 'to-region-known',
    pointer: '/data/toRegion',
    zh: '提供方为 31、32、33、34 之一',
    en: 'the region that is asked is 31, 32, 33 or 34',
    holds: ({ data }) => isExchangeRegion(data.toRegion),
  },
  {
    name: 'between-two-regions',
    pointer: '/data/toRegion',
    zh: '申请方与提供方不同',
    en: 'a region does not ask itself',
    holds: ({ data }) => data.fromRegion !== data.toRegion,
  },
];

const aboutPersons: Submitted = [
  {
    name: 'person-authorised',
    pointer: '/data/authorisationId',
    zh: '涉及个人的资源须填授权编号',
    en: 'a request for data of a person names the authorisation',
    holds: ({ data }) => !isPersonal(data.resource) || data.authorisationId !== null,
  },
  {
    name: 'person-as-token',
    pointer: '/data/subjectToken',
    zh: '涉及个人的资源须填对象令牌',
    en: 'a request for data of a person names the person by a token',
    holds: ({ data }) => !isPersonal(data.resource) || data.subjectToken !== null,
  },
  {
    name: 'subject-token-form',
    pointer: '/data/subjectToken',
    zh: '对象令牌为 64 位小写十六进制数',
    en: 'a token is 64 lower-case hexadecimal digits',
    holds: ({ data }) => data.subjectToken === null || isDigest(data.subjectToken),
  },
];

const fields: Submitted = [
  {
    name: 'asks-for-fields',
    pointer: '/data/queryFields',
    zh: '至少申请一个信息项',
    en: 'a request asks for a field',
    holds: ({ data }) => data.queryFields.length > 0,
  },
  {
    name: 'query-fields-distinct',
    pointer: '/data/queryFields',
    zh: '信息项不重复',
    en: 'no field is asked for twice',
    holds: ({ data }) => isDistinct(data.queryFields),
  },
  {
    name: 'query-field-form',
    pointer: '/data/queryFields',
    zh: '信息项以英文字段名（小驼峰）填写',
    en: 'a field is asked for by its name in camelCase',
    holds: ({ data }) => data.queryFields.every(isFieldName),
  },
];

export const rules: Submitted = [
  ...between,
  ...aboutPersons,
  ...fields,
  {
    name: 'due-after-submission',
    pointer: '/data/dueOn',
    zh: '答复期限不早于申请日',
    en: 'an answer is not due before the request',
    holds: ({ data, time }) => data.dueOn >= dayOf(time),
  },
];
