import { createHash } from 'node:crypto';

const BEARER_FORM = /^Bearer +(\S+)$/i;

/** Tokens of one kind: 32 random bytes behind a prefix by which secret scanners find leaked ones. */
export interface TokenForm {
  /** `secret`: 32 random bytes. */
  of(secret: Buffer): string;
  isToken(text: string): boolean;
  /** The token of an `Authorization` header, or undefined when it is absent or has another form. */
  inHeader(header: string | undefined): string | undefined;
}

/** `prefix`: letters only, e.g. `mhk`. */
export function tokenForm(prefix: string): TokenForm {
  const form = new RegExp(`^${prefix}_[A-Za-z0-9_-]{43}$`);
  const isToken = (text: string): boolean => form.test(text);
  return {
    of: (secret) => `${prefix}_${secret.toString('base64url')}`,
    isToken,
    inHeader: (header) => {
      const token = header === undefined ? undefined : BEARER_FORM.exec(header)?.[1];
      return token !== undefined && isToken(token) ? token : undefined;
    },
  };
}

/** A plain hash is enough for a secret of 256 random bits: there is nothing to guess. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
