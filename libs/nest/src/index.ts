export { LOG_LEVELS, baseConfig, brokerList, portNumber, type LogLevel } from './config/base-config.js';
export {
  CONFIGURATION_EXIT_CODE,
  ConfigurationError,
  describeConfig,
  parseConfig,
  type ConfigRow,
} from './config/parse-config.js';
export { DatabaseModule } from './database/database.module.js';
export {
  HealthRegistry,
  type HealthCheck,
  type Readiness,
  type ServiceStatus,
} from './health/health-registry.js';
export { httpLimits, type HttpLimits } from './http/http-limits.js';
export { validationPipe } from './http/validation.pipe.js';
export { OnAssigned, OnBatch, OnRevoked } from './kafka/batch-handler.decorators.js';
export { BatchKafkaStrategy, type BatchKafkaOptions } from './kafka/batch-kafka.strategy.js';
export { connectBatchConsumer, type BatchConsumerOptions } from './kafka/connect-batch-consumer.js';
export { KafkaModule, type KafkaModuleOptions } from './kafka/kafka.module.js';
export { createLogger, type Logger } from './logging/logger.js';
export { NestLogger } from './logging/nest-logger.js';
export { ProblemFilter, problemOf } from './problem/problem.filter.js';
export { PROBLEM_MEDIA_TYPE, problem, type ProblemDetails } from './problem/problem.js';
export { CoreModule, type CoreOptions } from './service/core.module.js';
export { describeService } from './service/describe-service.js';
export { Resources, type ClosingStage } from './service/resources.js';
export { runMain } from './service/run-main.js';
export { startService, type RunningService, type ServiceOptions } from './service/start-service.js';
export { Telemetry } from './telemetry/telemetry.js';
export { DATABASE, EXIT, KAFKA, LOGGER, PRODUCER, type Exit } from './tokens.js';
