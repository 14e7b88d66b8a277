export { ensureSecrets, type Secrets } from './files/secrets.js';
export { homeDirectory, homeLayout, type HomeLayout } from './home.js';
export { ensureKafkaJars } from './kafka/jars.js';
export { startKafka, type KafkaOptions, type RunningKafka } from './kafka/start-kafka.js';
export { freePort, isPortFree, PortInUseError, requireFreePort } from './network/port.js';
export { DEFAULT_PORT_BASE, portBase, ports, type PortName, type Ports } from './network/ports.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.js';
export { isReachableByOthers } from './postgres/binaries.js';
export { spawnGuarded, type Exit, type GuardedChild } from './process/guarded-child.js';
export { openLog } from './process/log-file.js';
export { endProcess, isAlive, residentBytes, signalProcess, waitForExit } from './process/process-table.js';
export { repositoryRoot } from './repository.js';
export { databaseUrls, prepareDatabase, type DatabaseUrls } from './stack/database.js';
export { readTopicList, topicSpecs, type TopicList } from './stack/topics.js';
export { ANALYST_ROLE, DATABASE_NAME, OWNER_ROLE } from './stack/database-url.js';
export { readInstance, type Instance } from './stack/instance.js';
export type { ServiceDefinition, Stack, StackOptions, Step } from './stack/stack.js';
export { startStack } from './stack/start-stack.js';
export { AlreadyRunningError, lockHolder } from './supervisor/instance-lock.js';
export { isReady } from './supervisor/service-process.js';
export {
  endLeftovers,
  isRecordedProcessAlive,
  readState,
  type InstanceState,
  type Phase,
  type ProcessRecord,
} from './supervisor/state-file.js';
export {
  SupervisedProcess,
  type ProcessSpec,
  type ProcessState,
  type RunningProcess,
} from './supervisor/supervised-process.js';
