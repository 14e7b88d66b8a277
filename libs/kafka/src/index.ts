export { GroupCommit, type GroupCommitOptions } from './group-commit.js';
export { InMemoryKafka, type InMemoryKafkaOptions } from './in-memory/in-memory-kafka.js';
export { kafkaJsClient } from './kafkajs/client.js';
export type { KafkaJsOptions } from './kafkajs/options.js';
export { silentLogger, type KafkaLogger } from './logger.js';
export { partitionFor } from './partitioner.js';
export type * from './port.js';
