import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EVENT_FOLDERS } from '@minhai/schemas';

const schemasPackage = join(dirname(createRequire(import.meta.url).resolve('@minhai/schemas')), '..');

/** The valid samples of an event type, as they lie beside its schema; invented, like everything in that folder. */
export function eventSamples(type: string): readonly unknown[] {
  const folder = EVENT_FOLDERS.find((candidate) => candidate.type === type);
  if (folder === undefined) return [];
  const directory = join(schemasPackage, folder.folder, 'samples');
  return readdirSync(directory)
    .filter((file) => file.startsWith('valid-'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as unknown);
}
