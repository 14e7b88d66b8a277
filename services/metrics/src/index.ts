export { metricsConfig, type MetricsConfig } from './config.js';
export { FACTS } from './facts/catalogue.generated.js';
export { INDICATORS } from './indicators/catalogue.generated.js';
export type { IndicatorDefinition } from './indicators/definition.js';
export type {
  IndicatorAnswer,
  IndicatorWithBreakdown,
  StreetFigures,
} from './indicators-api/indicators.service.js';
export type { Progress } from './progress/progress.reader.js';
export type { FormLine } from './quarterly/quarterly-form.js';
export type { QuarterlyForm } from './quarterly/quarterly.controller.js';
export { openReaders } from './readers/open-readers.js';
export { READER_RIGHTS, type ReaderRight } from './readers/reader.js';
export type { Readers } from './readers/readers.js';
export { startMetrics, type MetricsOptions } from './start-metrics.js';
export {
  verifyMetrics,
  type IndicatorDifference,
  type MetricsDifference,
  type MetricsVerification,
  type VerifyMetricsOptions,
} from './verify/verify-metrics.js';
