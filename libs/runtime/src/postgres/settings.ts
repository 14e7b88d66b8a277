export interface PostgresSettings {
  readonly port: number;
  /** false only for tests whose data nobody will miss after a power cut: no fsync. */
  readonly durable: boolean;
}

/** The text of postgresql.conf. Loopback only, no socket file, sized for a laptop that also runs everything else. */
export function postgresqlConf({ port, durable }: PostgresSettings): string {
  const settings: Record<string, string | number> = {
    listen_addresses: "'127.0.0.1'",
    port,
    unix_socket_directories: "''",
    password_encryption: "'scram-sha-256'",
    max_connections: 200,
    // A partitioned lake and a test run that clones and drops databases both hold many locks at once.
    max_locks_per_transaction: 1024,
    shared_buffers: "'256MB'",
    work_mem: "'16MB'",
    maintenance_work_mem: "'128MB'",
    effective_cache_size: "'1GB'",
    random_page_cost: 1.1,
    jit: 'off',
    wal_buffers: "'16MB'",
    min_wal_size: "'256MB'",
    max_wal_size: "'2GB'",
    checkpoint_timeout: "'15min'",
    checkpoint_completion_target: 0.9,
    log_min_messages: 'warning',
    log_line_prefix: "'%m [%p] %q%u@%d '",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    datestyle: "'iso, ymd'",
    default_text_search_config: "'pg_catalog.simple'",
    // What is committed still survives a killed server, only not a killed machine.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return ['# Written anew at every start; changes made here are lost.', ...lines, ''].join('\n');
}
