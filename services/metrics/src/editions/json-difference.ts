import { canonicalText, type JsonValue } from './canonical-text.js';

/** `undefined` on a side: not there. */
export interface JsonDifference {
  /** RFC 6901 pointer. */
  readonly pointer: string;
  readonly stored: JsonValue | undefined;
  readonly rebuilt: JsonValue | undefined;
}

/** Where two values differ, as deep as possible, in the order of keys. */
export function jsonDifferences(
  stored: JsonValue | undefined,
  rebuilt: JsonValue | undefined,
  pointer = '',
): JsonDifference[] {
  if (isObject(stored) && isObject(rebuilt) && Array.isArray(stored) === Array.isArray(rebuilt)) {
    const names = [...new Set([...Object.keys(stored), ...Object.keys(rebuilt)])];
    return names.flatMap((name) =>
      jsonDifferences(stored[name], rebuilt[name], `${pointer}/${escaped(name)}`),
    );
  }
  const isSame =
    stored !== undefined && rebuilt !== undefined && canonicalText(stored) === canonicalText(rebuilt);
  return isSame ? [] : [{ pointer, stored, rebuilt }];
}

const isObject = (value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null;

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
