export type { MovedCell } from './cell-writer.js';
export type { SchemaSource } from './event-codec.js';
export {
  FactEngine,
  type Applied,
  type ApplyOutcome,
  type EventBatch,
  type FactEngineOptions,
  type PartitionClaim,
  type PositionedEvent,
} from './fact-engine.js';
export type { FactChange } from './fact-batch.js';
export { holdTables } from './locks.js';
export { factMigrations } from './migrations.js';
export { createTables, dropTables } from './tables.js';
export { factFingerprint } from './fact-registry.js';
export { rebuildBeside, type BesideOptions, type Rebuilt } from './beside/beside-rebuild.js';
export type { Lake } from './beside/lake-pages.js';
export { PartRunner } from './beside/part-runner.js';
export type { PartPool, RebuildOrder, RebuildPart } from './beside/rebuild-parts.js';
export { besideGrants } from './beside/beside-tables.js';
export {
  readRebuild,
  type RebuildPhase,
  type RebuildProgress,
  type StoredRebuild,
} from './beside/rebuild-state.js';
export {
  fillTables,
  withoutTimeouts,
  type ConsumedPosition,
  type FactSource,
  type RecordedEvent,
} from './rebuild.js';
export {
  verifyFacts,
  type ComparedTable,
  type VerifyDifference,
  type VerifyOptions,
  type VerifyResult,
} from './verify.js';
export { decodeEnvelope, envelopeField } from './stored-envelope.js';
