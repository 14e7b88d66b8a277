import { hash } from 'node:crypto';
import type { FactRow, Finding } from './definition.js';

type Scalar = string | number;

/** JSON with sorted keys: one spelling per set of dimensions. */
export function canonicalJson(record: Readonly<Record<string, Scalar>>): string {
  const keys = Object.keys(record);
  if (keys.length < 2 || (keys.length === 2 && keys[0]! < keys[1]!)) return JSON.stringify(record);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(record[key])}`)
    .join(',')}}`;
}

/** Every state of an entity names the rows of its whole history again; looking up costs a third of hashing. */
const digests = new Map<string, string>();
const MOST_DIGESTS = 50_000;

/** 128 bits of SHA-256 in UUID form: the same content has the same id in every database. */
function digest(text: string): string {
  const known = digests.get(text);
  if (known !== undefined) return known;
  const id = uuidOf(hash('sha256', text, 'hex'));
  if (digests.size >= MOST_DIGESTS) digests.clear();
  digests.set(text, id);
  return id;
}

const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;

/** Parts are codes, days, numbers and canonical JSON: none contains a line feed, so joined they stay unambiguous. */
const lines = (...parts: readonly (Scalar | null)[]): string => parts.join('\n');

/** Two rows of an entity are the same row exactly when all of their content is the same. */
export const rowId = (row: FactRow): string =>
  digest(
    lines(
      row.measure,
      row.district,
      row.street,
      canonicalJson(row.dims),
      row.amount,
      row.validFrom,
      row.validUntil,
      row.causes.join(','),
    ),
  );

export const findingId = (finding: Finding): string =>
  digest(
    lines(
      finding.rule,
      finding.severity,
      finding.district,
      finding.street,
      canonicalJson(finding.detail),
      finding.causes.join(','),
    ),
  );
