export { freePort, isPortFree, PortInUseError, requireFreePort } from './network/port.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.js';
