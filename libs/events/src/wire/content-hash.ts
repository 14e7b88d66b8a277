import { hash } from 'node:crypto';
import type { DomainEvent } from '../envelope.js';

const ABSENT = 0xffff_ffff;
// Grows to the largest event seen; reused because hashing never keeps it.
let scratch = Buffer.allocUnsafe(16 * 1024);

/**
 * SHA-256 over what an event says: every envelope attribute and the framed Avro value, each behind its length, absent
 * ones marked. Times count as instants, so the same event over HTTP and over Kafka has one hash.
 */
export function contentHash(event: DomainEvent, value: Buffer): Buffer {
  const texts = [
    event.id,
    event.source,
    event.type,
    event.subject,
    String(event.time),
    String(event.recordedTime),
    event.regionId,
    event.streetId,
    event.villageId,
    event.seq === undefined ? undefined : String(event.seq),
    String(event.sensitivity),
    event.correctionOf,
    event.voids,
    event.reason,
    event.actor,
  ];
  reserve(texts, value.length);
  let position = 0;
  for (const text of texts) position = writeText(text, position);
  value.copy(scratch, position);
  return hash('sha256', scratch.subarray(0, position + value.length), 'buffer');
}

function reserve(texts: readonly (string | undefined)[], valueBytes: number): void {
  let needed = valueBytes;
  for (const text of texts) needed += 4 + (text === undefined ? 0 : text.length * 3);
  if (needed > scratch.length) scratch = Buffer.allocUnsafe(needed * 2);
}

/** Length as uint32, then UTF-8. The value comes last and needs no length. */
function writeText(text: string | undefined, position: number): number {
  if (text === undefined) return scratch.writeUInt32BE(ABSENT, position);
  const bytes = scratch.write(text, position + 4, 'utf8');
  scratch.writeUInt32BE(bytes, position);
  return position + 4 + bytes;
}
