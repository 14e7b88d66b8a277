import { LIMITS, type RecordShape, type Shape } from '@minhai/events';
import { sqlLiteral } from '@minhai/postgres';
import { sqlTypeOf } from './columns.js';
import type { Routine } from './routine.js';

/**
 * Names every generated body shares: `p` the bytes, `i` where reading stands (from 0), `b` a byte, `n` a long before it
 * is un-zig-zagged, `s` a shift, `items` array items so far. Reading beyond the end is an error of get_byte, so every loop
 * that consumes bytes ends.
 */
export const SHARED_VARIABLES = `i integer := 5; b integer; n bigint; s integer; items bigint := 0;`;

/** Nearly all lengths, small numbers and branches are one byte. */
const READ_VARINT = `b := get_byte(p, i); i := i + 1; n := b;
IF b > 127 THEN n := b & 127; s := 7;
  LOOP b := get_byte(p, i); i := i + 1; n := n | ((b & 127)::bigint << s); EXIT WHEN b < 128; s := s + 7; END LOOP;
END IF;`;

/** `n` as a signed number. */
const SIGNED = '((n >> 1) # -(n & 1))';

/** plpgsql that reads one value of the shape from where the cursor stands into the variable. */
export function readInto(target: string, shape: Shape, routine: Routine): string {
  switch (shape.kind) {
    case 'null':
      return `${target} := NULL;`;
    case 'boolean':
      return `${target} := get_byte(p, i) = 1; i := i + 1;`;
    case 'int':
    case 'long':
      return `${READ_VARINT}\n${target} := ${SIGNED};`;
    case 'date':
      return `${READ_VARINT}\n${target} := date '1970-01-01' + ${SIGNED}::integer;`;
    case 'string':
      return readBytes(target, `convert_from(substring(p FROM i + 1 FOR s), 'UTF8')`);
    case 'bytes':
      return readBytes(target, 'substring(p FROM i + 1 FOR s)');
    case 'enum':
      return `${READ_VARINT}\n${target} := (ARRAY[${shape.symbols.map(sqlLiteral).join(', ')}])[(n >> 1) + 1];`;
    case 'decimal':
      return readDecimal(target, shape.scale);
    case 'union':
      return readUnion(target, shape.branches, routine);
    case 'array':
      return readArray(target, shape.items, routine);
    case 'record':
      return readRecord(target, shape, routine);
  }
}

const readBytes = (target: string, value: string): string =>
  `${READ_VARINT}\ns := (n >> 1)::integer; ${target} := ${value}; i := i + s;`;

/** Two's complement, big-endian. */
const readDecimal = (target: string, scale: number): string => `${READ_VARINT}
s := (n >> 1)::integer; ${target} := 0;
IF s > 0 AND get_byte(p, i) > 127 THEN ${target} := -1; END IF;
FOR k IN i .. i + s - 1 LOOP ${target} := ${target} * 256 + get_byte(p, k); END LOOP;
i := i + s; ${target} := ${target} * ${scale === 0 ? '1' : `0.${'1'.padStart(scale, '0')}`};`;

function readUnion(target: string, branches: readonly Shape[], routine: Routine): string {
  const isJson = sqlTypeOf({ kind: 'union', branches }) === 'jsonb';
  const cases = branches.map((branch, index) => {
    const read = isJson ? readJson(target, branch, routine) : readInto(target, branch, routine);
    return `WHEN ${index} THEN ${read}`;
  });
  return `${READ_VARINT}\nCASE n >> 1\n${cases.join('\n')}\nEND CASE;`;
}

/** The value as jsonb, whatever its own SQL type is. */
function readJson(target: string, shape: Shape, routine: Routine): string {
  const sqlType = sqlTypeOf(shape);
  if (sqlType === 'jsonb') return readInto(target, shape, routine);
  const plain = routine.variable(sqlType);
  return `${readInto(plain, shape, routine)} ${target} := to_jsonb(${plain});`;
}

/** Items that take no bytes would make a count of 2^62 run for ever, hence the limit. */
function readArray(target: string, item: Shape, routine: Routine): string {
  const [left, value, list] = [
    routine.variable('bigint'),
    routine.variable('jsonb'),
    routine.variable('jsonb[]'),
  ];
  return `${list} := '{}';
LOOP
${READ_VARINT}
${left} := ${SIGNED};
EXIT WHEN ${left} = 0;
IF ${left} < 0 THEN ${left} := -${left}; ${READ_VARINT} END IF;
items := items + ${left};
IF items > ${LIMITS.items} THEN RAISE EXCEPTION 'more items than an event may have'; END IF;
WHILE ${left} > 0 LOOP
${readJson(value, item, routine)}
${list} := array_append(${list}, ${value}); ${left} := ${left} - 1;
END LOOP;
END LOOP;
${target} := to_jsonb(${list});`;
}

function readRecord(target: string, { fields }: RecordShape, routine: Routine): string {
  const parts = fields.map(({ name, shape }) => {
    const variable = routine.variable(sqlTypeOf(shape));
    return { name, variable, read: readInto(variable, shape, routine) };
  });
  const pairs = parts.map(({ name, variable }) => `${sqlLiteral(name)}, ${variable}`);
  return `${parts.map(({ read }) => read).join('\n')}
${target} := jsonb_build_object(${pairs.join(', ')});`;
}
