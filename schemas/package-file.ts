import { readFileSync } from 'node:fs';

// Compiled code lies in dist/, the data one level above it.
export const PACKAGE_ROOT = new URL('../', import.meta.url);

/** A JSON file of this package; `path` is relative to it, e.g. `codelists/bed-type.json`. Throws when missing. */
export const readPackageJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, PACKAGE_ROOT), 'utf8'));
