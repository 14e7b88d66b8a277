/** What JSON can say. Exact decimals are strings in it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * One spelling of a JSON value, as RFC 8785 has it: keys sorted by UTF-16 units, no white space, numbers and strings as
 * ECMAScript writes them. A member that is undefined is left out. Throws TypeError for a number that is not finite.
 * Depends on nothing: a verifier elsewhere may take this file along.
 */
export function canonicalText(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a finite number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name]!)}`);
  return `{${members.join(',')}}`;
}

const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value);
