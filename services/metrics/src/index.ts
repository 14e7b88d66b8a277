export type { CompareAnswer } from './compare/compare.service.js';
export { metricsConfig, type MetricsConfig } from './config.js';
export { batchGroups } from './consume/batch-groups.js';
export type { DefinitionVersion, DefinitionWithText } from './definitions/definitions.controller.js';
export type { ShownFigures } from './disclosure/shown-figures.js';
export type { EditionAnswer, EditionWithSteps } from './editions/editions.service.js';
export type { Restatement } from './editions/restatement.service.js';
export type { Evidence, EvidenceEvent, EvidenceRow, HistoryEntry, Reading } from './explain/evidence.js';
export { isKnownAt, isWithin } from './explain/evidence.js';
export { movementOf, type KnownSums, type Movement, type Question } from './explain/movement.js';
export type { MovementAnswer, MovementPart, MovingEvent } from './explain/movement-answer.js';
export type { Amount, Lookup } from './evaluate/window.js';
export { rebuildEdition, type EditionRebuild } from './editions/rebuild-edition.js';
export { FACTS } from './facts/catalogue.generated.js';
export { INDICATORS } from './indicators/catalogue.generated.js';
export type { IndicatorDefinition } from './indicators/definition.js';
export type {
  IndicatorAnswer,
  IndicatorWithBreakdown,
  StreetFigures,
} from './indicators-api/indicators.service.js';
export type { Progress } from './progress/progress.reader.js';
export type { Drift } from './quality/drift.reader.js';
export type { QualityAnswer } from './quality/quality-answer.js';
export type { DriftAnswer } from './quality/quality.service.js';
export type { FormLine } from './quarterly/quarterly-form.js';
export type { QuarterlyForm } from './quarterly/quarterly.controller.js';
export { READER_RIGHTS, type ReaderRight } from './readers/reader.js';
export type { Rehearsal } from './rehearsal/rehearsals.service.js';
export type { SeriesAnswer } from './series/series.api.js';
export { rebuildMetrics, type RebuildMetricsOptions } from './rebuild/rebuild-metrics.js';
export { startMetrics, type MetricsOptions } from './start-metrics.js';
export {
  verifyMetrics,
  type MetricsVerification,
  type VerifyMetricsOptions,
} from './verify/verify-metrics.js';
