import { createHash } from 'node:crypto';

export interface NamedFact {
  readonly source: string;
  readonly mapping: string;
  readonly event: string;
  /** The key columns of the row, as identifiers. */
  readonly key: readonly string[];
}

/**
 * The id of an imported event: a UUID v8 (RFC 9562) of SHA-256 over what names the fact. Time-ordered ids are
 * recommended because they keep the cost of inserting flat, but a sheet has no memory: only an id that follows from the
 * row lets a second import of it change nothing, and lets a changed row be noticed.
 */
export function importedEventId({ source, mapping, event, key }: NamedFact): string {
  const text = JSON.stringify(['minhai-import', source, mapping, event, ...key]);
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
