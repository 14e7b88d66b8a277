import { comparable, cellText, identifierText, isBlank } from '../../../spreadsheet/cell-text.js';
import type { Cell } from '../../../spreadsheet/sheet.js';
import { columnsOf, TEMPLATE_PLACE, type DateFormat, type ValueSpec } from '../mapping/mapping.js';
import { isInCapitals, type Target } from '../mapping/target.js';
import { rowProblem, type RowProblem } from '../problem.js';
import { readCode } from './codes.js';
import { readDayAndTime, readMonth } from './dates.js';
import { readDivision } from './divisions.js';
import { readDecimal, readInteger } from './numbers.js';
import type { Pseudonymise } from './pseudonym.js';

export interface ReadContext {
  /** The cell under a header; null when an optional column is missing. */
  readonly cell: (header: string) => Cell;
  readonly dates: readonly DateFormat[];
  readonly region: string;
  readonly pseudonymise: Pseudonymise;
}

/** A value, or none because the cell is blank and may be, or why there is none. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'problem'; readonly problem: RowProblem };

const ABSENT: ReadValue = { kind: 'absent' };
const valueOf = (value: unknown): ReadValue => ({ kind: 'value', value });

/** Reads what a spec says from a row, for one field or attribute. */
export function readValue(spec: ValueSpec, target: Target, context: ReadContext): ReadValue {
  if (spec.constant !== undefined) return valueOf(spec.constant);
  const columns = columnsOf(spec);
  if (columns.some((header) => isBlank(context.cell(header)))) return readBlank(spec, target);
  const fail = (problem: RowProblem): ReadValue => ({ kind: 'problem', problem });
  if (spec.template !== undefined || spec.pseudonym !== undefined) {
    const identifiers = columns.map((header) => identifierText(context.cell(header)));
    if (identifiers.some((text) => text === undefined)) return fail(inexact(target, columns));
    return valueOf(compose(spec, target, identifiers as string[], context));
  }
  const cell = context.cell(spec.column!);
  if (!target.isList) return readOne(cell, spec, target, context);
  const items = cellText(cell)
    .split(/[、，,;；\r\n]+/)
    .map((text) => readOne(text, spec, target, context));
  return (
    items.find(({ kind }) => kind === 'problem') ??
    valueOf(items.flatMap((item) => (item.kind === 'value' ? [item.value] : [])))
  );
}

function readBlank(spec: ValueSpec, target: Target): ReadValue {
  if (spec.blankMeans !== undefined) return valueOf(spec.blankMeans);
  if (spec.blank !== 'refuse' && target.isOptional) return ABSENT;
  return {
    kind: 'problem',
    problem: rowProblem('FIELD_MISSING', target.pointer, columnsOf(spec), {
      zh: '必填单元格为空',
      en: 'a cell that must be filled is blank',
    }),
  };
}

function compose(
  { template, pseudonym }: ValueSpec,
  target: Target,
  identifiers: readonly string[],
  { pseudonymise }: ReadContext,
): string {
  if (pseudonym !== undefined)
    return pseudonymise(
      target.check === 'household-ref' ? 'hh_' : 'per_',
      identifiers.map((text) => text.toUpperCase()),
    );
  let next = 0;
  const text = template!.replace(TEMPLATE_PLACE, (_, __, zeros?: string) =>
    identifiers[next++]!.padStart(Number(zeros ?? 0), '0'),
  );
  return isInCapitals(target) ? text.toUpperCase() : text;
}

function readOne(cell: Cell, spec: ValueSpec, target: Target, context: ReadContext): ReadValue {
  const kind = spec.as ?? target.kind;
  const value = READERS[kind](cell, { spec, target, context });
  return value === undefined ? { kind: 'problem', problem: unreadable(kind, spec, target) } : valueOf(value);
}

interface Reading {
  readonly spec: ValueSpec;
  readonly target: Target;
  readonly context: ReadContext;
}

type Kind = NonNullable<ValueSpec['as']>;

/** Undefined: the cell is nothing of that kind. */
const READERS: Readonly<Record<Kind, (cell: Cell, reading: Reading) => unknown>> = {
  text: (cell) => oneLine(cellText(cell)).normalize('NFC'),
  identifier: (cell, { target }) => {
    const text = identifierText(cell);
    return isInCapitals(target) ? text?.toUpperCase() : text;
  },
  integer: (cell, { spec }) => readInteger(cell, numberForm(spec)),
  decimal: (cell, { spec }) => readDecimal(cell, numberForm(spec)),
  boolean: (cell, { spec, target }) => readCode(cellText(cell), spec, target),
  code: (cell, { spec, target }) => readCode(cellText(cell), spec, target),
  date: (cell, { context }) => readDayAndTime(cell, context.dates)?.day,
  month: (cell, { context }) => readMonth(cell, context.dates),
  datetime: (cell, { context }) => {
    const found = readDayAndTime(cell, context.dates);
    return found && `${found.day}T${found.time}+08:00`;
  },
  division: (cell, { spec, target, context }) =>
    readDivision(cellText(cell), {
      within: spec.within ?? (isStreet(target) ? context.region : ''),
      level: isStreet(target) ? 'STREET' : target.check === 'division' ? undefined : 'DISTRICT',
    }),
};

const isStreet = ({ pointer, check }: Target): boolean => pointer === '/streetid' || check === 'street';

const numberForm = ({ units, multiply }: ValueSpec) => ({ units: units ?? [], multiply: multiply ?? 1 });

/** Line breaks that keep a cell narrow are no part of a name. */
const oneLine = (text: string): string =>
  text.replace(/(?<=\p{Script=Han})\s*[\r\n]+\s*(?=\p{Script=Han})/gu, '').replace(/\s*[\r\n\t]+\s*/g, ' ');

const inexact = (target: Target, columns: readonly string[]): RowProblem =>
  rowProblem('ID_FORMAT', target.pointer, columns, {
    zh: '号码以数值存放，末位已丢失；请将该列设为文本格式后重新录入',
    en: 'a number too long for a number cell has lost its last digits; format the column as text and enter it again',
  });

function unreadable(kind: Kind, spec: ValueSpec, target: Target): RowProblem {
  const columns = columnsOf(spec);
  switch (kind) {
    case 'identifier':
      return inexact(target, columns);
    case 'code':
    case 'boolean':
      return rowProblem('CODELIST', target.pointer, columns, {
        zh: '该列的文字没有对应的代码；请改为规定用语，或在映射的 codes 中补充',
        en: 'the text stands for no code; use one of the agreed words or add it to codes in the mapping',
      });
    case 'division':
      return rowProblem('REGION', target.pointer, columns, {
        zh: '没有这个名称的区划，或有多个同名区划',
        en: 'no division of that name, or more than one',
      });
    case 'integer':
    case 'decimal':
      return rowProblem('FIELD_TYPE', target.pointer, columns, {
        zh: '不是可识别的数字',
        en: 'not a number as it should be',
      });
    default:
      return rowProblem('FIELD_TYPE', target.pointer, columns, {
        zh: '不是可识别的日期',
        en: 'not a date in one of the formats of the mapping',
      });
  }
}

/** True when a condition of the mapping would compare equal: width and white space do not count. */
export const isSameWord = (cell: Cell, word: string | number | boolean): boolean =>
  comparable(cellText(cell)) === comparable(cellText(word));
