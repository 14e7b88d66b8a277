import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository this file was compiled in (libs/runtime/dist/..). */
export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
