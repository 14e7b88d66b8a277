/** What a code asks of the person or program that meets it. Chinese and English go to the publisher verbatim. */
export interface CodeAdvice {
  readonly zh: string;
  readonly en: string;
}

type Advice = Readonly<Record<string, CodeAdvice>>;

/** What can be wrong with an event, or with the bytes it came in: refused lines, quarantine, receipts. */
const INTAKE = {
  SIZE: { zh: '超过大小上限，请拆分后重发', en: 'larger than the limit; split it and send again' },
  INFLATE: { zh: '解压后超过上限', en: 'inflates beyond the limit; send smaller or uncompressed batches' },
  FRAME: {
    zh: '缺少 Confluent 帧头（0x00 + 4 字节模式编号）',
    en: 'value is not Confluent-framed (0x00 + 4-byte schema id)',
  },
  ENVELOPE: {
    zh: 'CloudEvents 属性缺失或格式不符',
    en: 'a CloudEvents attribute is missing or malformed; see the pointer',
  },
  TYPE_UNKNOWN: { zh: '未登记的事件类型', en: 'no such event type; GET /v1/event-types lists them' },
  SCHEMA_UNKNOWN: { zh: '未登记的模式编号', en: 'no such schema id; GET /v1/event-types lists them' },
  AVRO_TRUNCATED: { zh: 'Avro 字节不完整', en: 'Avro bytes end too early' },
  AVRO_COUNT: { zh: 'Avro 元素个数超过上限', en: 'an Avro block claims more items than its bytes can hold' },
  AVRO_DEPTH: { zh: 'Avro 嵌套过深', en: 'Avro value is nested too deeply' },
  AVRO_TRAILING: { zh: 'Avro 值之后有多余字节', en: 'bytes remain after the Avro value' },
  AVRO_UNION: { zh: 'Avro 联合分支不存在', en: 'no such union branch' },
  AVRO_ENUM: { zh: 'Avro 枚举序号不存在', en: 'no such enum symbol' },
  NUM_RANGE: { zh: '数值超出范围', en: 'number out of range' },
  ENCODING: {
    zh: '不是合法的 UTF-8（常见原因：GBK）',
    en: 'not valid UTF-8 (often GBK); convert before sending',
  },
  CONTROL_CHAR: {
    zh: '含控制字符或双向控制符',
    en: 'contains control or bidirectional characters; remove them',
  },
  JSON_SYNTAX: { zh: 'JSON 语法错误', en: 'not valid JSON' },
  JSON_DUP_KEY: { zh: 'JSON 键重复', en: 'a JSON key occurs twice' },
  JSON_DEPTH: { zh: 'JSON 嵌套过深', en: 'JSON is nested too deeply' },
  FIELD_MISSING: { zh: '缺少必填字段', en: 'a required field is missing' },
  FIELD_TYPE: { zh: '字段类型不符', en: 'field has the wrong type' },
  FIELD_UNKNOWN: {
    zh: '未声明的字段',
    en: 'field is not declared by the schema; remove it or use the version that has it',
  },
  CODELIST: {
    zh: '不在代码表中，或在事件时间无效',
    en: 'code is not in its list or not valid at event time',
  },
  REGION: {
    zh: '区划代码不存在，或上下级不符',
    en: 'division code unknown, not valid at event time, or not below its parent',
  },
  SUBJECT: {
    zh: 'subject 与载荷推导的业务键不一致',
    en: 'subject differs from the natural key of the payload',
  },
  ID_FORMAT: { zh: '标识格式不符', en: 'identifier has the wrong form' },
  ID_CHECK: { zh: '标识校验位错误', en: 'identifier fails its check digit' },
  USCI_FORMAT: { zh: '统一社会信用代码格式不符', en: 'unified social credit identifier has the wrong form' },
  USCI_CHECK_WARN: {
    zh: '统一社会信用代码校验位不符（老码仅提示）',
    en: 'unified social credit identifier fails its check digit (warning for legacy codes)',
  },
  PERSON_ID_IN_ORG_FIELD: {
    zh: '机构字段中出现个人身份号码',
    en: 'a citizen id number stands in an organisation field',
  },
  ID_CONFLICT: {
    zh: '同一 id 已接收过不同内容',
    en: 'another content was accepted under this id; send a correction with a new id',
  },
  TIME_FUTURE: { zh: '事件时间或登记时间在未来', en: 'event time or registration time lies too far ahead' },
  TIME_PAST: {
    zh: '事件时间过早',
    en: 'event time lies too far before registration; send a history load or correct the time',
  },
  SOURCE_NOT_ALLOWED: { zh: '凭证未授权该来源', en: 'the credential is not bound to this source' },
  CORRECTION: {
    zh: '更正或作废的引用不符合规则',
    en: 'correctionof and voids must name another event; only record.voided may void',
  },
  RULE: { zh: '违反该事件类型的业务规则', en: 'a rule of this event type is broken; the message names it' },
  HANDLER_ERROR: {
    zh: '处理失败（系统原因）',
    en: 'processing failed on our side; the event is held and will be replayed',
  },
  BODY: { zh: '请求体不符合所声明的内容类型', en: 'body does not have the shape of its content type' },
} as const satisfies Advice;

/** What can be wrong with a schema somebody wants to register. */
const REGISTRY = {
  SCHEMA_INCOMPATIBLE: { zh: '模式与已发布版本不兼容', en: 'schema cannot read released versions' },
  SCHEMA_LIMIT: { zh: '模式超过上限', en: 'schema exceeds size, depth, branch or field limits' },
} as const satisfies Advice;

/** What can be wrong with a request, whatever it carries. */
const REQUEST = {
  MEDIA_TYPE: { zh: '不支持的内容类型', en: 'unsupported content type' },
  UNAUTHENTICATED: { zh: '缺少或无效的凭证', en: 'missing or invalid bearer credential' },
  FORBIDDEN: { zh: '无权进行该操作', en: 'this credential may not do that' },
  NOT_FOUND: { zh: '不存在', en: 'no such resource' },
  QUERY: { zh: '查询参数不符', en: 'a query parameter is malformed' },
  EDITION_STEP: {
    zh: '定稿当前状态或此前经办人不允许该步骤',
    en: 'the state of the edition, or who took its earlier steps, does not allow this one',
  },
  TELLING_DIFFERENCE: {
    zh: '拟公布的两个口径一个包含另一个，其差涉及人数过少',
    en: 'two figures to be published, one within the other, differ by too few people',
  },
  AGGREGATE: { zh: '该类指标不能这样汇总', en: 'figures of this kind are not put together that way' },
  QUOTA: { zh: '超过速率上限，请稍后重试', en: 'rate limit reached; retry after the stated time' },
  UNAVAILABLE: {
    zh: '暂时无法受理，请稍后重发',
    en: 'cannot take it now; nothing is lost by sending again later',
  },
} as const satisfies Advice;

/**
 * The closed list of refusal and quarantine codes. A new code is a new row above and nowhere else. A journey gets each
 * code of intake from a running instance, or names the spec that does, and no other code ever appears.
 */
export const CODES = { ...INTAKE, ...REGISTRY, ...REQUEST };

export type Code = keyof typeof CODES;

/** Codes a publisher can get for one event; those ending in `_WARN` refuse nothing. */
export type IntakeCode = keyof typeof INTAKE;

export const INTAKE_CODES = Object.keys(INTAKE) as readonly IntakeCode[];

export const isCode = (value: string): value is Code => Object.hasOwn(CODES, value);
