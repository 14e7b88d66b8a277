import type { IncomingRecord, OutgoingRecord, RawHeaders } from '@minhai/kafka';

/** A record of `<prefix>.accepted.<domain>` and where it stands in its partition. */
export interface AcceptedRecord {
  readonly position: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | undefined>>;
  readonly rawHeaders?: RawHeaders | undefined;
}

export const POSITION_HEADER = 'position';

/** Rough size of headers and bookkeeping of one record in memory. */
const OVERHEAD_BYTES = 512;

export const bytesOf = (record: Pick<IncomingRecord, 'value'>): number =>
  (record.value?.length ?? 0) + OVERHEAD_BYTES;

/** The event's own attributes travel on; whatever else the publisher's client put there does not. */
const isForwarded = (name: string): boolean => name.startsWith('ce_') || name === 'content-type';

export function toOutgoing(record: AcceptedRecord, partition: number): OutgoingRecord {
  const { key, value } = record;
  const position = positionBytes(record.position);
  if (isForwardedWhole(record))
    return { key, value, headers: { [POSITION_HEADER]: position }, passedOn: record.rawHeaders, partition };
  const headers: Record<string, Buffer> = {};
  for (const name in record.headers) {
    const bytes = record.headers[name];
    if (bytes !== undefined && isForwarded(name)) headers[name] = bytes;
  }
  headers[POSITION_HEADER] = position;
  return { key, value, headers, partition };
}

/** Nearly all records have no header but the event's, each once: those need not be taken apart and put together. */
function isForwardedWhole({ headers, rawHeaders }: AcceptedRecord): boolean {
  if (!rawHeaders) return false;
  let forwarded = 0;
  for (const name in headers) if (headers[name] !== undefined && isForwarded(name)) forwarded++;
  return forwarded === rawHeaders.count;
}

function positionBytes(position: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeUInt32BE(Math.floor(position / 0x1_0000_0000), 0);
  bytes.writeUInt32BE(position >>> 0, 4);
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
