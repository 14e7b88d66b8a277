import { homeDirectory, portBase, ports, type Ports } from '@minhai/runtime';

export interface CliConfig {
  /** Absolute path of MINHAI_HOME. */
  readonly home: string;
  readonly portBase: number;
  readonly ports: Ports;
  /** A PostgreSQL server to use instead of the embedded one (administrator's URL). */
  readonly databaseUrl: string | undefined;
  /** Kafka brokers to use instead of the embedded one. */
  readonly kafkaBrokers: string | undefined;
  /** First part of every topic name. */
  readonly topicPrefix: string;
  readonly logLevel: string;
  /** Token of the reader who asks; undefined: anonymous. */
  readonly readerToken: string | undefined;
  /** What editions are signed with: `ed25519` unless set, or `sm2-sm3`; the metrics service judges it. */
  readonly editionKeyAlgorithm: string;
}

/** What the environment says, with defaults. Throws RangeError when the port base is not one. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  const base = portBase(env);
  return {
    home: homeDirectory(env),
    portBase: base,
    ports: ports(base),
    databaseUrl: env.DATABASE_URL || undefined,
    kafkaBrokers: env.KAFKA_BROKERS || undefined,
    topicPrefix: env.TOPIC_PREFIX || 'mca',
    logLevel: env.LOG_LEVEL || 'info',
    readerToken: env.MINHAI_READER_TOKEN?.trim() || undefined,
    editionKeyAlgorithm: env.EDITION_KEY_ALGORITHM || 'ed25519',
  };
}
