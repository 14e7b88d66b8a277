import { formatDecimal, parseDecimal } from '@minhai/domain';
import { cellText, comparable } from '../../../spreadsheet/cell-text.js';
import type { Cell } from '../../../spreadsheet/sheet.js';

export interface NumberForm {
  readonly units: readonly string[];
  readonly multiply: number;
}

const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * A decimal number as text, exact: full-width digits, commas between thousands and a known unit behind it are
 * understood. Undefined for everything else; a comma elsewhere is ambiguous and refused.
 */
export function readDecimal(cell: Cell, { units, multiply }: NumberForm): string | undefined {
  if (typeof cell === 'boolean' || cell instanceof Date) return undefined;
  let text = comparable(cellText(cell));
  const unit = units.map(comparable).find((candidate) => text.endsWith(candidate));
  if (unit !== undefined) text = text.slice(0, -unit.length);
  if (GROUPED.test(text)) text = text.replaceAll(',', '');
  const decimal = parseDecimal(text.replace(/^\+/, ''));
  if (!decimal) return undefined;
  return shortest(formatDecimal({ unscaled: decimal.unscaled * BigInt(multiply), scale: decimal.scale }));
}

/** A whole number; `12.0` is one, `12.5` is none. */
export function readInteger(cell: Cell, form: NumberForm): number | undefined {
  const text = readDecimal(cell, form);
  const value = text === undefined || text.includes('.') ? Number.NaN : Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

const shortest = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
