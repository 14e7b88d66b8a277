import { hash } from 'node:crypto';
import type { FactRow, Finding } from './definition.js';
import { sorted } from './sorted.js';

type Scalar = string | number;
type Scalars = Readonly<Record<string, Scalar>>;

/** What JSON writes otherwise than as it stands. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

const json = (value: Scalar): string =>
  typeof value === 'string' && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value);

/** JSON with sorted keys: one spelling per set of dimensions. */
export function canonicalJson(record: Scalars): string {
  const keys = sorted(Object.keys(record), byCode);
  let text = '{';
  for (const key of keys) text += `${text.length > 1 ? ',' : ''}${json(key)}:${json(record[key]!)}`;
  return `${text}}`;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

/** 128 bits of SHA-256 as 32 hexadecimal digits: the same content has the same id in every database. */
const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

const list = (ids: readonly string[]): string => (ids.length === 1 ? ids[0]! : ids.join(','));

/**
 * Two rows of an entity are the same row exactly when all of their content is the same. The parts are codes, days,
 * numbers and canonical JSON: none contains a line feed, so joined they stay unambiguous.
 */
export const rowId = (row: FactRow): string =>
  digest(
    `${row.measure}\n${row.district}\n${row.street}\n${canonicalJson(row.dims)}\n${row.amount}\n${row.validFrom}\n${row.validUntil ?? ''}\n${list(row.causes)}`,
  );

export const findingId = (finding: Finding): string =>
  digest(
    `${finding.rule}\n${finding.severity}\n${finding.district}\n${finding.street}\n${canonicalJson(finding.detail)}\n${list(finding.causes)}`,
  );

/** Whether `rowId` is the same, for a fraction of its price; false may be wrong, true never is. */
export const isSameRow = (a: FactRow, b: FactRow): boolean =>
  a === b ||
  (a.amount === b.amount &&
    a.validFrom === b.validFrom &&
    a.validUntil === b.validUntil &&
    a.measure === b.measure &&
    a.street === b.street &&
    a.district === b.district &&
    isSameList(a.causes, b.causes) &&
    isSameRecord(a.dims, b.dims));

/** As `isSameRow`, for `findingId`. */
export const isSameFinding = (a: Finding, b: Finding): boolean =>
  a === b ||
  (a.rule === b.rule &&
    a.severity === b.severity &&
    a.street === b.street &&
    a.district === b.district &&
    isSameList(a.causes, b.causes) &&
    isSameRecord(a.detail, b.detail));

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isSameRecord(a: Scalars, b: Scalars): boolean {
  if (a === b) return true;
  let keys = 0;
  for (const key in a) {
    if (a[key] !== b[key]) return false;
    keys++;
  }
  for (const _ in b) keys--;
  return keys === 0;
}
