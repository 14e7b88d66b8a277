import { randomBytes } from 'node:crypto';
import { readJson, writeJsonAtomically } from './atomic-file.js';

/** Passwords by role name. */
export type Secrets = Readonly<Record<string, string>>;

/** Reads the passwords of an instance and makes those that are missing. The file is readable by its owner only. */
export function ensureSecrets(file: string, names: readonly string[]): Secrets {
  const known = readJson<Secrets>(file) ?? {};
  const missing = names.filter((name) => known[name] === undefined);
  if (missing.length === 0) return known;
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(18).toString('base64url')]));
  const secrets = { ...known, ...made };
  writeJsonAtomically(file, secrets);
  return secrets;
}
