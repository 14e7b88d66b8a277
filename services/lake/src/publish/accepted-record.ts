import type { IncomingRecord, OutgoingRecord } from '@minhai/kafka';

/** What goes to `<prefix>.accepted.<domain>`, and where it stands in its partition. */
export interface AcceptedRecord {
  readonly position: number;
  readonly record: Pick<IncomingRecord, 'key' | 'value' | 'headers' | 'rawHeaders'>;
}

export const POSITION_HEADER = 'position';

/** Rough size of headers and bookkeeping of one record in memory. */
const OVERHEAD_BYTES = 512;

export const bytesOf = (record: Pick<IncomingRecord, 'value'>): number =>
  (record.value?.length ?? 0) + OVERHEAD_BYTES;

/** The event's own attributes travel on; whatever else the publisher's client put there does not. */
const isForwarded = (name: string): boolean => name.startsWith('ce_') || name === 'content-type';

export function toOutgoing({ record, position }: AcceptedRecord, partition: number): OutgoingRecord {
  const { key, value, rawHeaders } = record;
  const own = { [POSITION_HEADER]: positionBytes(position) };
  if (rawHeaders && areForwardedWhole(rawHeaders.names))
    return { key, value, headers: own, passedOn: rawHeaders, partition };
  const { headers } = record;
  const forwarded: Record<string, Buffer> = {};
  for (const name in headers) {
    const bytes = headers[name];
    if (bytes !== undefined && isForwarded(name)) forwarded[name] = bytes;
  }
  return { key, value, headers: { ...forwarded, ...own }, partition };
}

const judged = new WeakMap<readonly string[], boolean>();

/** Nearly all records have no header but the event's, each once: those need not be taken apart and put together. */
function areForwardedWhole(names: readonly string[]): boolean {
  let verdict = judged.get(names);
  if (verdict === undefined) {
    verdict = names.every(isForwarded) && new Set(names).size === names.length;
    judged.set(names, verdict);
  }
  return verdict;
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
    const size = bytesOf(record.record);
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
