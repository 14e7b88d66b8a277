import { divisions, type Division } from '@minhai/schemas';
import { comparable } from '../../../spreadsheet/cell-text.js';

/** Codes by every name a division may go by: alone, and behind the names of the divisions above it. */
let byName: ReadonlyMap<string, readonly string[]> | undefined;

/** What a division is called without its kind: 新泾 for 新泾镇. */
const KIND = /(街道|镇|乡|区|县|市)$/;

export interface DivisionQuery {
  /** Only divisions whose code begins so: `31`, `310105`. */
  readonly within: string;
  readonly level: Division['level'] | undefined;
}

/** The code of a division by its name, or a text of digits as it is; undefined when no or more than one division fits. */
export function readDivision(text: string, { within, level }: DivisionQuery): string | undefined {
  const name = comparable(text);
  if (/^\d{6}(\d{3}){0,2}$/.test(name)) return name;
  byName ??= indexNames();
  const fitting = [...new Set(byName.get(name) ?? [])].filter(
    (code) => code.startsWith(within) && (level === undefined || divisions().get(code)!.level === level),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function indexNames(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const add = (name: string, code: string): void => {
    const codes = index.get(name);
    if (codes === undefined) index.set(name, [code]);
    else codes.push(code);
  };
  for (const division of divisions().values()) {
    if (division.validTo !== null) continue;
    for (const name of namesOf(division)) add(name, division.code);
  }
  return index;
}

function namesOf(division: Division): readonly string[] {
  const short = division.name.replace(KIND, '');
  const own = short.length >= 2 && short !== division.name ? [division.name, short] : [division.name];
  const names = new Set(own);
  let above = '';
  for (let at = division.parent; at !== undefined; at = divisions().get(at)?.parent) {
    const parent = divisions().get(at);
    if (parent === undefined) break;
    names.add(parent.name + division.name);
    above = parent.name === '市辖区' || parent.name === '县' ? above : parent.name + above;
    names.add(above + division.name);
  }
  return [...names].map(comparable);
}
