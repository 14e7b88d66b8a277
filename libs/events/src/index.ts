export type { DomainEvent, Envelope, Sensitivity } from './envelope.js';
export type { Catalogue, EventType, SchemaVersion, Titles } from './catalogue/catalogue.js';
export type { FieldShape, RecordShape, Shape } from './catalogue/shape.js';
export { buildCatalogue, DOMAINS, loadCatalogue } from './catalogue/load-catalogue.js';
export {
  annotationsOf,
  describeRecord,
  freeTextClassOf,
  isPersonal,
  MASK,
  maskPayload,
  sensitiveFieldNames,
  SENSITIVE_ATTRIBUTES,
  shownText,
  subjectClassOf,
  type FieldAnnotation,
  type RecordDescription,
} from './classification/index.js';
export { schemaIdOf, schemaUrn } from './catalogue/schema-id.js';
export {
  canonicalSchema,
  incompatibilities,
  isFullName,
  recordName,
  SCHEMA_LIMITS,
  schemaFingerprint,
  schemaLimitProblems,
} from './evolution/index.js';
export { readHttpEvent, readJsonEvent } from './json/read-event.js';
export { parseStrictJson } from './json/strict-json.js';
export { judge, type Judgement, type JudgeOptions } from './judge/judge.js';
export { LIMITS, type Limits } from './limits.js';
export { problem, type Outcome } from './outcome.js';
export { containsPersonNumber } from './judge/person-number.js';
export { compilePreflight, type Preflight } from './preflight/walk.js';
export { contentHash } from './wire/content-hash.js';
export { readAcceptedEvent, readKafkaEvent } from './wire/read-kafka-event.js';
export type { KafkaRecord, WireRecord } from './wire/record.js';
export { readStoredEvent, type StoredEventRow } from './wire/stored-event.js';
export { toCloudEvent } from './wire/to-cloud-event.js';
export { toKafkaRecord } from './wire/to-kafka-record.js';
export { acceptedTopic, intakeTopic } from './wire/topics.js';
