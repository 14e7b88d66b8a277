import type { EventFolder } from './contract.js';
import { readPackageJson } from './package-file.js';

/** The Avro schema of one version of an event type, with its annotations, as in the file. */
export const readEventSchema = (
  { folder }: EventFolder,
  version: number,
): Readonly<Record<string, unknown>> =>
  readPackageJson(`${folder}/v${version}.avsc`) as Record<string, unknown>;
