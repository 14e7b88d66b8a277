import type { FieldShape, Shape } from '@minhai/events';

type MapText = (text: string, field: FieldShape) => string;

/** Replaces every string, date and month of a payload in place, those of arrays and nested records too. */
export function mapTexts(record: Record<string, unknown>, fields: readonly FieldShape[], map: MapText): void {
  for (const field of fields) {
    const value = record[field.name];
    if (value !== undefined && value !== null) record[field.name] = mapValue(value, field.shape, field, map);
  }
}

function mapValue(value: unknown, shape: Shape, field: FieldShape, map: MapText): unknown {
  switch (shape.kind) {
    case 'string':
    case 'date':
      return typeof value === 'string' ? map(value, { ...field, shape }) : value;
    case 'union':
      return mapValue(value, presentBranch(shape.branches), field, map);
    case 'array':
      return Array.isArray(value) ? value.map((item) => mapValue(item, shape.items, field, map)) : value;
    case 'record':
      mapTexts(value as Record<string, unknown>, shape.fields, map);
      return value;
    default:
      return value;
  }
}

/** Contracts know one union: null or something. */
export const presentBranch = (branches: readonly Shape[]): Shape =>
  branches.find(({ kind }) => kind !== 'null') ?? { kind: 'null' };

export const presentShape = (shape: Shape): Shape =>
  shape.kind === 'union' ? presentBranch(shape.branches) : shape;
