import type { IncomingRecord, OutgoingRecord } from '@minhai/kafka';

/** A record of `<prefix>.accepted.<domain>` and where it stands in its partition. */
export interface AcceptedRecord {
  readonly position: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | undefined>>;
}

export const POSITION_HEADER = 'position';

/** Rough size of headers and bookkeeping of one record in memory. */
const OVERHEAD_BYTES = 512;

export const bytesOf = (record: Pick<IncomingRecord, 'value'>): number =>
  (record.value?.length ?? 0) + OVERHEAD_BYTES;

/** The event's own attributes travel on; whatever else the publisher's client put there does not. */
const isForwarded = (name: string): boolean => name.startsWith('ce_') || name === 'content-type';

export function toOutgoing(record: AcceptedRecord, partition: number): OutgoingRecord {
  const headers: Record<string, Buffer> = {};
  for (const name in record.headers) {
    const value = record.headers[name];
    if (value !== undefined && isForwarded(name)) headers[name] = value;
  }
  headers[POSITION_HEADER] = positionBytes(record.position);
  return { key: record.key, value: record.value, headers, partition };
}

function positionBytes(position: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(position));
  return bytes;
}

/** Parts of at most so many records and bytes: one part is one Kafka record batch. */
export function portions(
  records: readonly AcceptedRecord[],
  most: { records: number; bytes: number },
): AcceptedRecord[][] {
  const parts: AcceptedRecord[][] = [];
  let part: AcceptedRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = bytesOf(record);
    if (part.length > 0 && (part.length >= most.records || bytes + size > most.bytes)) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(record);
    bytes += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
