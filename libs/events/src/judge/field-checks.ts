import type { Problem } from '@minhai/errors';
import type { FieldShape, RecordShape, Shape } from '../catalogue/shape.js';
import type { DomainEvent } from '../envelope.js';
import { problem } from '../outcome.js';
import { compileCodeListCheck } from './code-lists.js';
import { containsPersonNumber } from './person-number.js';
import { namedCheck, type TextCheck } from './text-checks.js';

/** One annotated field of the payload, judged within its event. */
export type FieldCheck = (event: DomainEvent, found: Problem[]) => void;

/** The checks a schema's annotations ask for: code list, check, min and max. */
export function compileFieldChecks(shape: RecordShape): readonly FieldCheck[] {
  return shape.fields.flatMap((field) => {
    const range = compileRange(field);
    const text = compileText(field);
    return [...(range ? [range] : []), ...(text ? [text] : [])];
  });
}

function compileRange({ name, min, max }: FieldShape): FieldCheck | undefined {
  if (min === undefined && max === undefined) return undefined;
  const pointer = `/data/${name}`;
  const expected = [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`];
  const message = expected.filter(Boolean).join(', ');
  const low = min ?? -Infinity;
  const high = max ?? Infinity;
  return ({ data }, found) => {
    const value = data[name];
    if (typeof value === 'number' && (value < low || value > high))
      found.push(problem('NUM_RANGE', pointer, message));
  };
}

function compileText(field: FieldShape): FieldCheck | undefined {
  const { name, codelist, check } = field;
  const pointer = `/data/${name}`;
  const kind = textKind(field.shape);
  if (!kind) return undefined;
  const judgeText: TextCheck = codelist
    ? compileCodeListCheck(codelist)
    : check
      ? namedCheck(check)
      : (text, at, { found }) => {
          if (containsPersonNumber(text)) found.push(problem('PERSON_ID_IN_ORG_FIELD', at));
        };
  if (kind === 'array')
    return ({ data, time }, found) =>
      (data[name] as readonly string[]).forEach((text, i) =>
        judgeText(text, `${pointer}/${i}`, { time, found }),
      );
  return ({ data, time }, found) => {
    const text = data[name];
    if (typeof text === 'string') judgeText(text, pointer, { time, found });
  };
}

function textKind(shape: Shape): 'text' | 'array' | undefined {
  if (shape.kind === 'string') return 'text';
  if (shape.kind === 'union')
    return shape.branches.some((branch) => textKind(branch) === 'text') ? 'text' : undefined;
  return shape.kind === 'array' && textKind(shape.items) === 'text' ? 'array' : undefined;
}
