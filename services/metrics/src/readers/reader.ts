import { RefusedError } from '@minhai/errors';

/**
 * What a reader of figures may do beyond what everybody sees:
 * `small-cells`: figures of few people, which others see withheld · `personal`: keys of persons and households behind a
 * figure · `edition.draft`, `.review`, `.publish`: the steps of an edition, each by another person ·
 * `definition.adopt`: put a new version of an indicator’s definition in force.
 */
export const READER_RIGHTS = [
  'small-cells',
  'personal',
  'edition.draft',
  'edition.review',
  'edition.publish',
  'definition.adopt',
] as const;

export type ReaderRight = (typeof READER_RIGHTS)[number];

/** Who asks. A name stands for one person: it is what a signature names. */
export interface Reader {
  readonly name: string;
  readonly rights: ReadonlySet<ReaderRight>;
}

/** Whoever sends no token: sees the figures, and of people only what is not few. */
export const ANONYMOUS: Reader = { name: 'anonymous', rights: new Set() };

/** Throws RefusedError 401 for a reader without a name, 403 for one without the right. */
export function requireRight(reader: Reader, right: ReaderRight): void {
  if (reader.rights.has(right)) return;
  if (reader === ANONYMOUS) throw new RefusedError(401, 'UNAUTHENTICATED');
  throw new RefusedError(403, 'FORBIDDEN', `${reader.name} needs the right ${right}`, { right });
}
