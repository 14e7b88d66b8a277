import { silentLogger, type KafkaLogger } from '../logger.js';

/** Everything but brokers and clientId has a sane default; tests shorten the session. */
export interface KafkaJsOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly logger?: KafkaLogger;
  readonly sessionTimeoutMs?: number;
  readonly heartbeatIntervalMs?: number;
  /** Longest wait for one answer of a broker. */
  readonly requestTimeoutMs?: number;
  /**
   * How long the broker may hold a fetch back until there is enough for one; stopping and seeking wait for it. Every
   * fetch names every partition, so few records a fetch cost consumer and broker more than the records.
   */
  readonly maxWaitMs?: number;
  /** A fetch with so much is answered at once. */
  readonly minBytes?: number;
  readonly maxBytesPerPartition?: number;
  readonly maxBytes?: number;
  /** A send of more key, value and header bytes than this goes out in several requests. */
  readonly maxRequestBytes?: number;
  /** Back-off after a RetryableError of the handler: doubled each time from the first to the second value, with jitter. */
  readonly backOffMs?: readonly [first: number, longest: number];
}

export type KafkaJsSettings = Required<KafkaJsOptions>;

const MIB = 1_048_576;

export const withDefaults = (options: KafkaJsOptions): KafkaJsSettings => ({
  logger: silentLogger,
  sessionTimeoutMs: 30_000,
  heartbeatIntervalMs: 3_000,
  requestTimeoutMs: 10_000,
  maxWaitMs: 100,
  minBytes: 32_768,
  maxBytesPerPartition: MIB,
  maxBytes: 8 * MIB,
  maxRequestBytes: MIB,
  backOffMs: [100, 5_000],
  ...options,
});
