import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code } from '@minhai/errors';
import { EVENT_FOLDERS } from '@minhai/schemas';

export interface ValidSample {
  readonly name: string;
  readonly type: string;
  readonly event: Readonly<Record<string, unknown>>;
}

export interface InvalidSample extends ValidSample {
  readonly expected: { readonly code: Code; readonly pointer: string };
}

// The built package lies in schemas/dist; its samples are data beside it.
const SCHEMAS = new URL('../', import.meta.resolve('@minhai/schemas'));

const files = EVENT_FOLDERS.flatMap(({ folder, type }) => {
  const directory = new URL(`${folder}/samples/`, SCHEMAS);
  return readdirSync(fileURLToPath(directory)).map((file) => ({
    type,
    file,
    name: `${folder}/${file}`,
    content: JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as Record<string, unknown>,
  }));
});

export const VALID_SAMPLES: readonly ValidSample[] = files
  .filter(({ file }) => file.startsWith('valid-'))
  .map(({ name, type, content }) => ({ name, type, event: content }));

export const INVALID_SAMPLES: readonly InvalidSample[] = files
  .filter(({ file }) => file.startsWith('invalid-'))
  .map(({ name, type, content }) => ({
    name,
    type,
    ...(content as Pick<InvalidSample, 'event' | 'expected'>),
  }));

/** Samples were written for the years 2020 to 2024; judging them does not depend on today. */
export const NOW = Date.parse('2026-01-01T00:00:00+08:00');
