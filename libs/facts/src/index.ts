export {
  effectiveSet,
  isAmendment,
  isVoid,
  resolveChains,
  targetOf,
  type Amendable,
  type Resolution,
  type UnauthorisedAmendment,
} from './core/amendment.js';
export { CellSum, cellDeltas, type CellDelta, type CellKey } from './core/cells.js';
export type {
  FactDefinition,
  FactEvent,
  FactRow,
  Finding,
  FindingRule,
  FoldResult,
  MeasureDefinition,
  Titles,
} from './core/definition.js';
export { toFactEvent } from './core/fact-event.js';
export { canonicalJson, findingId, rowId } from './core/identity.js';
export {
  deriveEntity,
  reviseEntity,
  type Derived,
  type EntityChange,
  type EntityRevision,
  type Known,
  type KnownFinding,
  type KnownInterval,
  type KnownRow,
  type Revision,
} from './core/revision.js';
export { differsSince, entitiesOf } from './core/timeline.js';
