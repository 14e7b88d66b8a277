export { freePort, isPortFree, PortInUseError, requireFreePort } from './network/port.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.js';
export { ensureKafkaJars } from './kafka/jars.js';
export { startKafka, type KafkaOptions, type RunningKafka } from './kafka/start-kafka.js';
export { homeDirectory, homeLayout, type HomeLayout } from './home.js';
export { DEFAULT_PORT_BASE, portBase, ports, type PortName, type Ports } from './network/ports.js';
export { repositoryRoot } from './repository.js';
