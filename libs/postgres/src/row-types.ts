import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53; select it as text`);
  return value;
}

/** The session runs in UTC, so the text form always ends in `+00`. */
const epochMs = (text: string): number => Date.parse(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`);

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, epochMs],
  [builtins.NUMERIC, (text) => text],
]);

/** Value types of rows; see Queryable. */
export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || getTypeParser(oid, format as 'text')) as never,
};
