import type { BusinessMonth } from '@minhai/domain';

/**
 * A note of the fold: what one transaction added to the cells of a month. `days`: how many daily cells began to be,
 * less those that came to nothing.
 */
export interface MovedMonth {
  readonly measure: string;
  readonly district: string;
  readonly street: string;
  /** Canonical JSON. */
  readonly dims: string;
  readonly month: BusinessMonth;
  readonly amount: bigint;
  readonly days: number;
  /** Ids of the events that moved it, 16 bytes each. */
  readonly causes: Buffer;
}

const ID_BYTES = 16;

export const packIds = (ids: Iterable<string>): Buffer =>
  Buffer.from([...ids].join('').replaceAll('-', ''), 'hex');

/** Adds the packed ids as strings of 16 characters, in the order of which they sort as ids do. */
export function addIds(ids: Set<string>, packed: Buffer): void {
  for (let at = 0; at < packed.length; at += ID_BYTES) ids.add(packed.toString('latin1', at, at + ID_BYTES));
}

/** The id behind one of those strings. */
export function idOf(packed: string): string {
  const hex = Buffer.from(packed, 'latin1').toString('hex');
  const part = (from: number, to: number): string => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}
