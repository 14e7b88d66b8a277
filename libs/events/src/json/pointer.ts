const MAXIMUM_PART = 64;

/** One part of an RFC 6901 pointer; names a publisher chose are cut, they may be anything. */
export const escapePointer = (name: string): string =>
  name.slice(0, MAXIMUM_PART).replaceAll('~', '~0').replaceAll('/', '~1');
