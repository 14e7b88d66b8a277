export { annotationsOf, isPersonal, type FieldAnnotation } from './annotations.js';
export { freeTextClassOf, sensitiveFieldNames, SENSITIVE_ATTRIBUTES, subjectClassOf } from './event-class.js';
export { describeRecord, type RecordDescription } from './describe-record.js';
export { MASK, maskPayload, shownText } from './mask.js';
