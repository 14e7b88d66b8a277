import { hash } from 'node:crypto';
import type { DomainEvent } from '../envelope.js';

// Grows to the largest event seen; reused because hashing never keeps it.
let scratch = Buffer.allocUnsafe(16 * 1024);

/**
 * SHA-256 over what an event says: every envelope attribute and the framed Avro value. Each attribute stands behind its
 * length, an absent one is `-`, the value comes last: no two events share the bytes that are hashed. Times count as
 * instants, so the same event over HTTP and over Kafka has one hash.
 */
export function contentHash(event: DomainEvent, value: Buffer): Buffer {
  const attributes =
    part(event.id) +
    part(event.source) +
    part(event.type) +
    part(event.subject) +
    part(event.time) +
    part(event.recordedTime) +
    part(event.regionId) +
    part(event.streetId) +
    part(event.villageId) +
    part(event.seq) +
    part(event.sensitivity) +
    part(event.correctionOf) +
    part(event.voids) +
    part(event.reason) +
    part(event.actor);
  const needed = attributes.length * 3 + value.length;
  if (needed > scratch.length) scratch = Buffer.allocUnsafe(needed * 2);
  const written = scratch.write(attributes, 0, 'utf8');
  value.copy(scratch, written);
  return hash('sha256', scratch.subarray(0, written + value.length), 'buffer');
}

/** A netstring of UTF-16 units. */
function part(value: string | number | undefined): string {
  if (value === undefined) return '-';
  const text = String(value);
  return `${text.length}:${text},`;
}
