/** What this library needs of a Kafka record; records of @minhai/kafka fit. */
export interface WireRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | undefined>>;
}

/** An event on its way to Kafka: CloudEvents binary mode, Confluent-framed Avro, key = subject. */
export interface KafkaRecord {
  readonly topicDomain: string;
  readonly key: Buffer;
  readonly value: Buffer;
  readonly headers: Record<string, Buffer>;
}

export const HEADER_PREFIX = 'ce_';
