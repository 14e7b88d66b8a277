import type { Problem } from '@minhai/errors';
import { FIRST_EPOCH_DAY, dayNumber, unscaledDecimal } from '../catalogue/logical-types.js';
import type { FieldShape, RecordShape, Shape } from '../catalogue/shape.js';
import { LIMITS, type Limits } from '../limits.js';
import { problem } from '../outcome.js';
import { judgeText } from '../text/text-rules.js';
import { escapePointer } from './pointer.js';

/** Reads one JSON value into what the Avro encoder takes; adds every problem found. */
type Read = (value: unknown, problems: Problem[]) => unknown;

/** `data` of a JSON event → payload with exactly the schema's fields; all problems of the payload at once. */
export type PayloadReader = (data: unknown, problems: Problem[]) => Readonly<Record<string, unknown>>;

// Stands in static pointers for an item's index until the array knows it.
const ITEM = '/\u0000';

export function compilePayloadReader(shape: RecordShape, limits: Limits = LIMITS): PayloadReader {
  const read = compileRecord(shape.fields, '/data', limits);
  return (data, problems) => {
    const before = problems.length;
    const payload = read(data, problems) as Record<string, unknown>;
    if (problems.length === before && countItems(payload) > limits.items)
      problems.push(problem('SIZE', '/data'));
    return payload;
  };
}

function compileRead(shape: Shape, pointer: string, limits: Limits): Read {
  const type = (problems: Problem[], expected: string) => {
    problems.push(problem('FIELD_TYPE', pointer, `expected ${expected}`));
    return undefined;
  };
  switch (shape.kind) {
    case 'null':
      return (value, problems) => (value === null ? null : type(problems, 'null'));
    case 'boolean':
      return (value, problems) => (typeof value === 'boolean' ? value : type(problems, 'true or false'));
    case 'int':
      return readInteger(pointer, 2 ** 31 - 1);
    case 'long':
      return readInteger(pointer, limits.long);
    case 'string':
      return readString(pointer, limits);
    case 'date':
      return (value, problems) =>
        typeof value === 'string' && (dayNumber(value) ?? -Infinity) >= FIRST_EPOCH_DAY
          ? value
          : type(problems, 'a day YYYY-MM-DD');
    case 'decimal':
      return (value, problems) =>
        typeof value === 'string' && unscaledDecimal(value, shape.precision, shape.scale) !== undefined
          ? value
          : type(
              problems,
              `a decimal string with at most ${shape.precision} digits and ${shape.scale} decimals`,
            );
    case 'enum':
      return (value, problems) =>
        typeof value === 'string' && shape.symbols.includes(value)
          ? value
          : type(problems, 'a symbol of the enum');
    case 'bytes':
      return (_, problems) => type(problems, 'no JSON form: bytes travel by Kafka only');
    case 'union':
      return readOptional(shape.branches, pointer, limits);
    case 'array':
      return readArray(shape.items, pointer, limits);
    case 'record':
      return compileRecord(shape.fields, pointer, limits);
  }
}

function readInteger(pointer: string, maximum: number): Read {
  const minimum = maximum === 2 ** 31 - 1 ? -(2 ** 31) : -maximum;
  return (value, problems) => {
    if (Number.isInteger(value)) {
      // `+ 0` turns −0 into 0.
      if ((value as number) >= minimum && (value as number) <= maximum) return (value as number) + 0;
      problems.push(problem('NUM_RANGE', pointer));
    } else if (value === Infinity || value === -Infinity) problems.push(problem('NUM_RANGE', pointer));
    else problems.push(problem('FIELD_TYPE', pointer, 'expected a whole number'));
    return undefined;
  };
}

function readString(pointer: string, limits: Limits): Read {
  return (value, problems) => {
    if (typeof value !== 'string') {
      problems.push(problem('FIELD_TYPE', pointer, 'expected a string'));
      return undefined;
    }
    // No character takes more than three bytes per UTF-16 unit.
    if (value.length * 3 > limits.stringBytes && Buffer.byteLength(value) > limits.stringBytes) {
      problems.push(problem('SIZE', pointer));
      return undefined;
    }
    const code = judgeText(value);
    if (code !== undefined) problems.push(problem(code, pointer));
    return value;
  };
}

/** Contracts know one union: null or something. */
function readOptional(branches: readonly Shape[], pointer: string, limits: Limits): Read {
  const present = branches.find((branch) => branch.kind !== 'null')!;
  const read = compileRead(present, pointer, limits);
  return (value, problems) => (value === null ? null : read(value, problems));
}

function readArray(items: Shape, pointer: string, limits: Limits): Read {
  const read = compileRead(items, `${pointer}${ITEM}`, limits);
  return (value, problems) => {
    if (!Array.isArray(value)) {
      problems.push(problem('FIELD_TYPE', pointer, 'expected an array'));
      return undefined;
    }
    if (value.length > limits.items) {
      problems.push(problem('SIZE', pointer));
      return undefined;
    }
    return value.map((item, index) => {
      const before = problems.length;
      const read1 = read(item, problems);
      for (let i = before; i < problems.length; i++) {
        const found = problems[i]!;
        problems[i] = {
          ...found,
          pointer: found.pointer.replace(`${pointer}${ITEM}`, `${pointer}/${index}`),
        };
      }
      return read1;
    });
  };
}

function compileRecord(fields: readonly FieldShape[], pointer: string, limits: Limits): Read {
  const reads = fields.map((field) => compileRead(field.shape, `${pointer}/${field.name}`, limits));
  const names = new Set(fields.map((field) => field.name));
  return (value, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push(problem('FIELD_TYPE', pointer, 'expected an object'));
      return {};
    }
    const object = value as Readonly<Record<string, unknown>>;
    const record: Record<string, unknown> = {};
    let present = 0;
    for (let i = 0; i < fields.length; i++) {
      const { name, fallback } = fields[i]!;
      const member = Object.hasOwn(object, name) ? object[name] : undefined;
      if (member !== undefined) {
        present++;
        record[name] = reads[i]!(member, problems);
      } else if (fallback !== undefined) record[name] = fallback;
      else problems.push(problem('FIELD_MISSING', `${pointer}/${name}`));
    }
    const keys = Object.keys(object);
    if (keys.length !== present) reportUnknown(keys, names, pointer, problems);
    return record;
  };
}

function reportUnknown(
  keys: readonly string[],
  known: ReadonlySet<string>,
  pointer: string,
  problems: Problem[],
): void {
  for (const key of keys)
    if (!known.has(key)) problems.push(problem('FIELD_UNKNOWN', `${pointer}/${escapePointer(key)}`));
}

function countItems(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countItems(item), value.length);
  let items = 0;
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    if (typeof member === 'object' && member !== null) items += countItems(member);
  }
  return items;
}
