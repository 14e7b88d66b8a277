import { createHash } from 'node:crypto';

const TOKEN_FORM = /^mhk_[A-Za-z0-9_-]{43}$/;
const BEARER_FORM = /^Bearer +(\S+)$/i;

/** 32 random bytes as a token. The prefix lets secret scanners find leaked ones. */
export const tokenOf = (secret: Buffer): string => `mhk_${secret.toString('base64url')}`;

/** A plain hash is enough for a secret of 256 random bits: there is nothing to guess. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token of an `Authorization` header, or undefined when it is absent or has another form. */
export function bearerToken(header: string | undefined): string | undefined {
  const token = header === undefined ? undefined : BEARER_FORM.exec(header)?.[1];
  return token !== undefined && TOKEN_FORM.test(token) ? token : undefined;
}
