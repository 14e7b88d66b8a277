import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EVENT_FOLDERS } from '@minhai/schemas';
import type { SampleEvent } from './sample-event.js';

const schemasPackage = join(dirname(createRequire(import.meta.url).resolve('@minhai/schemas')), '..');
const read = new Map<string, readonly SampleEvent[]>();

/** The valid samples beside the schema of a type, read once; empty for a type that is not in the catalogue. */
export function validSamples(type: string): readonly SampleEvent[] {
  let samples = read.get(type);
  if (!samples) {
    samples = readSamples(type);
    read.set(type, samples);
  }
  return samples;
}

function readSamples(type: string): readonly SampleEvent[] {
  const folder = EVENT_FOLDERS.find((candidate) => candidate.type === type);
  if (!folder) return [];
  const directory = join(schemasPackage, folder.folder, 'samples');
  return readdirSync(directory)
    .filter((file) => file.startsWith('valid-'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as SampleEvent);
}
