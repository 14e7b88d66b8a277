/** Headers as they stood in a record that was read, in Kafka's own form; each of them has a value. */
export interface RawHeaders {
  /** In their order; records with the same names mostly share the list. */
  readonly names: readonly string[];
  readonly bytes: Buffer;
}

/** What a producer hands over. Header values are bytes; a record with a partition goes exactly there. */
export interface OutgoingRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
  /** Goes out before `headers` as it came in; a name in both would be there twice. */
  readonly passedOn?: RawHeaders | undefined;
  readonly partition?: number;
}

export interface TopicRecords {
  readonly topic: string;
  readonly records: readonly OutgoingRecord[];
}

export interface Producer {
  /** Resolves once every in-sync replica has the records (acks = all). Throws RetryableError otherwise. */
  send(batches: readonly TopicRecords[]): Promise<void>;
  close(): Promise<void>;
}

export interface IncomingRecord {
  readonly offset: bigint;
  /** Broker or producer time, epoch ms. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Made anew when it is asked for: keep the record, not these. */
  readonly headers: Readonly<Record<string, Buffer | undefined>>;
  /** All of them, also a name that is there twice. Undefined when one has no value, or the client does not know. */
  readonly rawHeaders?: RawHeaders | undefined;
  /**
   * Set when Kafka's own record batch could not be read: one such record (no key, value or headers) stands for all
   * offsets from `firstOffset` to this record's `offset`. The handler accounts for the loss and goes on behind it.
   */
  readonly unreadable?: UnreadableRange;
}

export interface UnreadableRange {
  readonly code: 'INFLATE' | 'FRAME';
  readonly firstOffset: bigint;
  readonly reason: string;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface RecordBatch extends TopicPartition {
  /** In offset order, never empty, none below the offset the handler asked for. */
  readonly records: readonly IncomingRecord[];
  /** Offset after the newest record of the partition when this batch was fetched. */
  readonly highWatermark: bigint;
  /** To be called between parts of long work; cheap, throttled inside. */
  heartbeat(): Promise<void>;
  /** True once the partition was taken away: stop, write nothing more. */
  isStale(): boolean;
}

/** The handler owns the offsets: it stores them with its effects and says where to resume. */
export interface BatchHandler {
  /**
   * Called for every partition gained before its first batch, and again after a RetryableError before the batch is
   * repeated, because a commit of unknown outcome may have moved the truth. Returns the next offset to read.
   */
  assigned(partition: TopicPartition): Promise<bigint>;
  revoked(partition: TopicPartition): void;
  /**
   * Returns the next offset to read, after effects and offset are durable. A RetryableError backs off, asks `assigned`
   * for the stored offset and reads on from there; any other error ends in `onStalled`. Errors of `batch.heartbeat()`
   * are to be let through.
   */
  handle(batch: RecordBatch): Promise<bigint>;
}

export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Partitions handled at the same time by this process. */
  readonly concurrency: number;
  /** Milliseconds without progress while there is lag, after which `onStalled` is called. */
  readonly stallMs: number;
  /** Called once, when going on would be wrong or useless: the process should end. `cause` is the error, if there is one. */
  readonly onStalled: (reason: string, cause?: unknown) => void;
}

export interface ConsumerProgress extends TopicPartition {
  readonly nextOffset: bigint;
  readonly highWatermark: bigint;
}

export interface BatchConsumer {
  /** Resolves when the group is joined. */
  start(handler: BatchHandler): Promise<void>;
  progress(): readonly ConsumerProgress[];
  /** Whether `progress` tells of the logs as they are now: it holds partitions and heard of the broker in the last seconds. */
  isCurrent(): boolean;
  /** Finishes running batches, leaves the group. */
  stop(): Promise<void>;
}

export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface Admin {
  /** Creates what is missing and leaves what is there; throws when a topic has fewer partitions than listed. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  partitionCount(topic: string): Promise<number>;
  close(): Promise<void>;
}

/** The only door to Kafka. `kafkajs` behind it in production, the in-memory twin in unit specs. */
export interface KafkaClient {
  producer(): Promise<Producer>;
  consumer(options: ConsumerOptions): BatchConsumer;
  admin(): Promise<Admin>;
}
