import type { BusinessDay } from '@minhai/domain';
import { CODE_LIST_NAMES, type CodeListName } from './codelists.generated.js';
import { readPackageJson } from './package-file.js';

export interface CodeListEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** First and last day on which the code may be used; null: no limit. */
  readonly validFrom: BusinessDay | null;
  readonly validTo: BusinessDay | null;
}

export interface CodeList {
  readonly list: CodeListName;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly codes: readonly CodeListEntry[];
}

const loaded = new Map<string, CodeList>();

/** One code list, read once. */
export function codeList(name: CodeListName): CodeList {
  let list = loaded.get(name);
  if (!list) {
    list = readPackageJson(`codelists/${name}.json`) as CodeList;
    loaded.set(name, list);
  }
  return list;
}

export const codeLists = (): readonly CodeList[] => CODE_LIST_NAMES.map(codeList);

/** The entry of a code if it is in the list and may be used on the day. */
export function codeAt(name: CodeListName, code: string, day: BusinessDay): CodeListEntry | undefined {
  const entry = codeList(name).codes.find((candidate) => candidate.code === code);
  if (!entry || (entry.validFrom && day < entry.validFrom) || (entry.validTo && day > entry.validTo))
    return undefined;
  return entry;
}
