import { codeList, type CodeListName } from '@minhai/schemas';
import { comparable } from '../../../spreadsheet/cell-text.js';
import type { ValueSpec } from '../mapping/mapping.js';
import type { Target } from '../mapping/target.js';

type Words = ReadonlyMap<string, unknown>;

const TRUTH: Words = new Map<string, unknown>([
  ...['是', '有', '√', '✓', 'Y', 'y', 'YES', 'Yes', 'yes', 'TRUE', 'true', '1'].map(
    (word) => [word, true] as const,
  ),
  ...['否', '无', '×', 'N', 'n', 'NO', 'No', 'no', 'FALSE', 'false', '0'].map(
    (word) => [word, false] as const,
  ),
]);

const compiled = new WeakMap<ValueSpec, Words>();

/** What a word of the sheet means by the mapping, else as a code or Chinese title of the list; undefined: nothing known. */
export function readCode(text: string, spec: ValueSpec, target: Target): unknown {
  let words = compiled.get(spec);
  if (words === undefined) {
    words = compileWords(spec, target);
    compiled.set(spec, words);
  }
  return words.get(comparable(text)) ?? spec.otherwise;
}

function compileWords(spec: ValueSpec, target: Target): Words {
  const words = new Map<string, unknown>();
  if ((spec.as ?? target.kind) === 'boolean') for (const [word, truth] of TRUTH) words.set(word, truth);
  for (const symbol of target.symbols ?? []) words.set(symbol, symbol);
  if (target.codelist !== undefined)
    for (const { code, zh } of codeList(target.codelist as CodeListName).codes) {
      words.set(code, code);
      words.set(comparable(zh), code);
    }
  for (const [word, meaning] of Object.entries(spec.codes ?? {})) words.set(comparable(word), meaning);
  return words;
}
