/** Sensitivity and field class: 1 public, 2 internal, 3 personal, 4 sensitive personal. */
export type Sensitivity = 1 | 2 | 3 | 4;

/** CloudEvents 1.0 attributes as this product uses them, after parsing. Times are epoch milliseconds. */
export interface Envelope {
  /** Lower-case UUID: the idempotency key, unique for ever and across all sources. */
  readonly id: string;
  /** `urn:mca:{gb2260}:{system}`. */
  readonly source: string;
  /** `cn.gov.mca.{domain}.{entity}.{pastTense}`. */
  readonly type: string;
  /** Natural key of the aggregate; the Kafka key. */
  readonly subject: string;
  /** Event time: when it took legal or business effect. */
  readonly time: number;
  /** Registration time in the source system: the known-time axis. */
  readonly recordedTime: number;
  readonly regionId: string;
  readonly streetId?: string | undefined;
  readonly villageId?: string | undefined;
  readonly seq?: number | undefined;
  readonly sensitivity: Sensitivity;
  readonly correctionOf?: string | undefined;
  readonly voids?: string | undefined;
  readonly reason?: string | undefined;
  readonly actor?: string | undefined;
}

/**
 * A decoded event. `data` is the Avro record as plain values: dates `YYYY-MM-DD`, decimals as decimal
 * strings, longs as safe integers, absent optionals null.
 */
export interface DomainEvent<Data = Readonly<Record<string, unknown>>> extends Envelope {
  readonly schemaId: number;
  readonly data: Data;
}
