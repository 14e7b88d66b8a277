export { isFullName } from './avro-name.js';
export { canonicalSchema, recordName, schemaFingerprint } from './canonical-schema.js';
export { incompatibilities } from './incompatibilities.js';
export { SCHEMA_LIMITS } from './schema-limits.js';
export { schemaLimitProblems } from './schema-problems.js';
