import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the reference of a person or household out of what identifies them in the department’s own files. */
export type Pseudonymise = (prefix: 'per_' | 'hh_', identifiers: readonly string[]) => string;

const HEX_DIGITS = 32;

/**
 * HMAC-SHA-256 under a secret of this installation and source. Whoever has the reference and not the secret cannot find
 * the number behind it by trying all numbers, and without the secret nobody can link it again: deleting the secret
 * unlinks everything that was ever imported with it.
 */
export const pseudonymiser =
  (secret: Buffer): Pseudonymise =>
  (prefix, identifiers) => {
    const text = JSON.stringify([prefix, ...identifiers]);
    return prefix + createHmac('sha256', secret).update(text).digest('hex').slice(0, HEX_DIGITS);
  };

/** The secret of a source, made on first use and kept in a file only its owner can read. */
export function pseudonymSecret(home: string, source: string): Buffer {
  const directory = join(home, 'pseudonyms');
  const file = join(directory, `${source.replaceAll(':', '-')}.secret`);
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}
