export { isVoid, targetOf } from './core/amendment.js';
export type { CellDelta } from './core/cells.js';
export type {
  Continuation,
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
export { canonicalJson } from './core/identity.js';
export { deriveEntity } from './core/revision.js';
export { entitiesOf } from './core/timeline.js';
