import { readFileSync, statSync } from 'node:fs';
import { loadCatalogue } from '@minhai/events';
import { parseDocument } from 'yaml';
import { CommandError } from '../../command.js';
import { checkMapping } from './check-mapping.js';
import { mappingSchema, type Mapping } from './mapping.js';

const MOST_BYTES = 256 * 1024;

/** Reads and checks a mapping file. Throws CommandError that lists everything wrong with it, each with its place. */
export function loadMapping(file: string): Mapping {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new CommandError(`no such mapping: ${file}`);
  if (size > MOST_BYTES)
    throw new CommandError(`${file} is no mapping: it is larger than ${MOST_BYTES / 1024} KiB`);
  const read = readMapping(readFileSync(file, 'utf8'));
  if (read.mapping === undefined)
    throw new CommandError(
      `the mapping ${file} has errors:\n${read.errors.map((error) => `  ${error}`).join('\n')}`,
    );
  return read.mapping;
}

export type ReadMapping =
  | { readonly mapping: Mapping; readonly errors: readonly string[] }
  | { readonly mapping?: undefined; readonly errors: readonly string[] };

/** A mapping from its YAML text, or all errors at once as `place: what`. */
export function readMapping(text: string): ReadMapping {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0)
    return {
      errors: document.errors.map(
        ({ linePos, code }) => `line ${linePos?.[0].line ?? '?'}: not valid YAML (${code})`,
      ),
    };
  // Aliases multiply; a mapping has no use for them beyond a few.
  const parsed = mappingSchema.safeParse(document.toJS({ maxAliasCount: 50 }));
  if (!parsed.success)
    return { errors: parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`) };
  const errors = checkMapping(parsed.data, loadCatalogue());
  return errors.length > 0 ? { errors } : { mapping: parsed.data, errors };
}

/** `events[1].data.usci`; the file itself is `mapping`. */
export function placeOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'mapping' : text;
}
