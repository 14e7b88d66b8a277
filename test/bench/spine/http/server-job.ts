/** What a server under load is told. */
export interface ServerJob {
  /** Brokers; null for a Kafka that acknowledges at once and keeps nothing. */
  readonly brokers: string | null;
  readonly topicPrefix: string;
  readonly lingerMs: number;
  readonly flushEvents: number;
  /** The gateway's own login. */
  readonly databaseUrl: string;
}
