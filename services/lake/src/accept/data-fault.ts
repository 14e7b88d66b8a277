import { MinhaiError } from '@minhai/errors';
import { UNIQUE_VIOLATION, sqlStateOf } from '@minhai/postgres';

/** SQLSTATE classes that a value of one event can cause: data exception, constraint, program limit. */
const DATA_CLASSES = ['22', '23', '54'];

/**
 * True when one event of a slice is likely to blame for an unexpected failure, so that holding it lets the others
 * pass. Ids are unique by another way; a unique violation that surfaces means positions are broken.
 */
export function liesInData(fault: unknown): boolean {
  if (fault instanceof MinhaiError) return false;
  const state = sqlStateOf(fault);
  if (state !== undefined) return state !== UNIQUE_VIOLATION && DATA_CLASSES.includes(state.slice(0, 2));
  return fault instanceof TypeError || fault instanceof RangeError;
}

/** The parts a failed slice is tried in next: about √n of them the first time, then one record each. */
export function narrowed<T>(records: readonly T[], attempt: number): (readonly T[])[] {
  const size = attempt === 1 ? Math.ceil(Math.sqrt(records.length)) : 1;
  return Array.from({ length: Math.ceil(records.length / size) }, (_, i) =>
    records.slice(i * size, (i + 1) * size),
  );
}
