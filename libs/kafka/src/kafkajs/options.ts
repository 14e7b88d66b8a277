import type { KafkaLogger } from '../logger.js';

/** Everything but brokers and clientId has a sane default; tests shorten the session. */
export interface KafkaJsOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly logger?: KafkaLogger;
  readonly sessionTimeoutMs?: number;
  readonly heartbeatIntervalMs?: number;
  /** Longest wait for one answer of a broker. */
  readonly requestTimeoutMs?: number;
  /** How long the broker may hold an empty fetch: the price of freshness is one small request per this interval. */
  readonly maxWaitMs?: number;
  readonly maxBytesPerPartition?: number;
  readonly maxBytes?: number;
  /** Largest inflated size of one compressed record batch; a larger one reaches the handler as `unreadable`. */
  readonly maxInflatedBytes?: number;
  /** Back-off after a RetryableError of the handler: doubled each time from the first to the second value, with jitter. */
  readonly backOffMs?: readonly [first: number, longest: number];
}

export type KafkaJsSettings = Required<KafkaJsOptions>;
