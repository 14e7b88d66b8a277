import { hash } from 'node:crypto';
import { writeUtf8 } from '@minhai/domain';
import type { DomainEvent } from '../envelope.js';

const ABSENT = 0x2d; // -
const COLON = 0x3a;
const COMMA = 0x2c;
/** Length, colon and comma. */
const AROUND = 24;

// Grows to the largest event seen; reused because hashing never keeps it.
let scratch = Buffer.allocUnsafe(16 * 1024);
let end = 0;

/**
 * SHA-256 over what an event says: every envelope attribute and the framed Avro value. Each attribute stands behind its
 * length, an absent one is `-`, the value comes last: no two events share the bytes that are hashed. Times count as
 * instants, so the same event over HTTP and over Kafka has one hash. Written unit by unit: strings put together and
 * taken apart again were half of what judging an event left to the garbage collector.
 */
export function contentHash(event: DomainEvent, value: Buffer): Buffer {
  end = 0;
  part(event.id);
  part(event.source);
  part(event.type);
  part(event.subject);
  part(event.time);
  part(event.recordedTime);
  part(event.regionId);
  part(event.streetId);
  part(event.villageId);
  part(event.seq);
  part(event.sensitivity);
  part(event.correctionOf);
  part(event.voids);
  part(event.reason);
  part(event.actor);
  room(value.length);
  scratch.set(value, end);
  // Asked for a buffer, Node takes twice the time.
  return Buffer.from(hash('sha256', scratch.subarray(0, end + value.length), 'binary'), 'latin1');
}

/** A netstring of UTF-16 units. */
function part(value: string | number | undefined): void {
  const text = typeof value === 'number' ? String(value) : value;
  room((text?.length ?? 0) * 3 + AROUND);
  if (text === undefined) {
    scratch[end++] = ABSENT;
    return;
  }
  digits(text.length);
  scratch[end++] = COLON;
  end += writeUtf8(scratch, text, end);
  scratch[end++] = COMMA;
}

function digits(number: number): void {
  if (number >= 10) digits(Math.floor(number / 10));
  scratch[end++] = 0x30 + (number % 10);
}

function room(bytes: number): void {
  if (end + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe((end + bytes) * 2);
  larger.set(scratch.subarray(0, end));
  scratch = larger;
}
