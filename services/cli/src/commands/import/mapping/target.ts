import type { FieldShape, Shape } from '@minhai/events';
import type { ValueKind } from './mapping.js';

/** What a value is read for: a field of the payload or an attribute of the envelope. */
export interface Target {
  /** JSON pointer into the event. */
  readonly pointer: string;
  readonly kind: ValueKind;
  /** A list of such values, separated by 、，； or line breaks in one cell. */
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly check: string | undefined;
  readonly codelist: string | undefined;
  readonly symbols: readonly string[] | undefined;
}

/** Checks of identifiers that are written in capitals. */
const IN_CAPITALS: ReadonlySet<string> = new Set([
  'usci',
  'cn-org-code',
  'cert-id',
  'cert-id-presented',
  'marriage-word-number',
]);

export const isInCapitals = ({ check }: Target): boolean => check !== undefined && IN_CAPITALS.has(check);

/** Undefined when no cell can hold such a field: records and bytes. */
export function fieldTarget(field: FieldShape): Target | undefined {
  const shape = present(field.shape);
  const item = shape.kind === 'array' ? present(shape.items) : shape;
  const kind = kindOf(item, field);
  if (kind === undefined) return undefined;
  return {
    pointer: `/data/${field.name}`,
    kind,
    isList: shape.kind === 'array',
    isOptional: field.fallback === null,
    check: field.check,
    codelist: field.codelist,
    symbols: item.kind === 'enum' ? item.symbols : undefined,
  };
}

function present(shape: Shape): Shape {
  return shape.kind === 'union' ? shape.branches.find(({ kind }) => kind !== 'null')! : shape;
}

const DIVISION_CHECKS: ReadonlySet<string> = new Set(['region', 'gb2260', 'division', 'street']);

function kindOf(shape: Shape, { codelist, check }: FieldShape): ValueKind | undefined {
  switch (shape.kind) {
    case 'int':
    case 'long':
      return 'integer';
    case 'decimal':
    case 'boolean':
    case 'date':
      return shape.kind;
    case 'enum':
      return 'code';
    case 'string':
      if (codelist !== undefined) return 'code';
      if (check === undefined) return 'text';
      if (check === 'month') return 'month';
      return DIVISION_CHECKS.has(check) ? 'division' : 'identifier';
    default:
      return undefined;
  }
}

const attribute = (name: string, kind: ValueKind, isOptional: boolean): Target => ({
  pointer: `/${name}`,
  kind,
  isList: false,
  isOptional,
  check: undefined,
  codelist: undefined,
  symbols: undefined,
});

export const ATTRIBUTE_TARGETS = {
  time: attribute('time', 'datetime', false),
  recordedtime: attribute('recordedtime', 'datetime', true),
  regionid: attribute('regionid', 'division', true),
  streetid: attribute('streetid', 'division', true),
  villageid: attribute('villageid', 'identifier', true),
  seq: attribute('seq', 'integer', true),
  reason: attribute('reason', 'text', true),
  actor: attribute('actor', 'identifier', true),
} as const;

export type AttributeName = keyof typeof ATTRIBUTE_TARGETS;
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTE_TARGETS) as AttributeName[];

/** Part of the key of a row. */
export const KEY_TARGET: Target = attribute('id', 'identifier', false);
