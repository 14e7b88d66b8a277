import type { FieldShape, RecordShape, Shape } from '../catalogue/shape.js';
import type { DomainEvent } from '../envelope.js';
import { problem } from '../outcome.js';
import { compileCodeListCheck } from './code-lists.js';
import { containsPersonNumber } from './person-number.js';
import { namedCheck, type TextCheck } from './text-checks.js';

/** Time of the event, and where problems go; one for all fields. */
type Context = Parameters<TextCheck>[2];
/** One annotated field of the payload, judged within its event. */
export type FieldCheck = (data: DomainEvent['data'], context: Context) => void;
/** Judges one value that is already of its type; `pointer` says where it stands. */
type ValueCheck = (value: unknown, pointer: string, context: Context) => void;

/** The checks a schema's annotations ask for: code list, check, min and max, also of records in an array. */
export const compileFieldChecks = (shape: RecordShape): readonly FieldCheck[] =>
  shape.fields.flatMap((field) => {
    const { name } = field;
    const pointer = `/data/${name}`;
    return compileField(field).map(
      (check): FieldCheck =>
        (data, context) =>
          check(data[name], pointer, context),
    );
  });

function compileField(field: FieldShape): readonly ValueCheck[] {
  const checks = [compileRange(field), compileValue(field.shape, textCheckOf(field))];
  return checks.filter((check) => check !== undefined);
}

function compileRange({ min, max }: FieldShape): ValueCheck | undefined {
  if (min === undefined && max === undefined) return undefined;
  const expected = [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`];
  const message = expected.filter(Boolean).join(', ');
  const low = min ?? -Infinity;
  const high = max ?? Infinity;
  return (value, pointer, { found }) => {
    // A decimal travels as text; its size, not its last digit, is what a range is about.
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && (number < low || number > high))
      found.push(problem('NUM_RANGE', pointer, message));
  };
}

function textCheckOf({ codelist, check }: FieldShape): TextCheck {
  if (codelist) return compileCodeListCheck(codelist);
  if (check) return namedCheck(check);
  return (text, pointer, { found }) => {
    if (containsPersonNumber(text)) found.push(problem('PERSON_ID_IN_ORG_FIELD', pointer));
  };
}

/** Texts wherever they stand: in the field, in its array, in the records of its array; undefined without any. */
function compileValue(shape: Shape, judgeText: TextCheck): ValueCheck | undefined {
  switch (shape.kind) {
    case 'string':
      return (text, pointer, context) => {
        if (typeof text === 'string') judgeText(text, pointer, context);
      };
    case 'union':
      return shape.branches.map((branch) => compileValue(branch, judgeText)).find((check) => check);
    case 'array':
      return compileItems(compileValue(shape.items, judgeText));
    case 'record':
      return compileMembers(shape);
    default:
      return undefined;
  }
}

const compileItems = (check: ValueCheck | undefined): ValueCheck | undefined =>
  check &&
  ((items, pointer, context) => {
    if (!Array.isArray(items)) return;
    items.forEach((item, index) => check(item, `${pointer}/${index}`, context));
  });

function compileMembers({ fields }: RecordShape): ValueCheck | undefined {
  const members = fields.flatMap((field) =>
    compileField(field).map((check) => ({ name: field.name, check })),
  );
  if (members.length === 0) return undefined;
  return (record, pointer, context) => {
    const values = record as Readonly<Record<string, unknown>>;
    for (const { name, check } of members) check(values[name], `${pointer}/${name}`, context);
  };
}
