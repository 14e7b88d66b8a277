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
export { rebuildMetrics, type RebuildMetricsOptions } from './rebuild/rebuild-metrics.js';
export { startMetrics, type MetricsOptions } from './start-metrics.js';
export {
  verifyMetrics,
  type IndicatorDifference,
  type MetricsDifference,
  type MetricsVerification,
  type VerifyMetricsOptions,
} from './verify/verify-metrics.js';
