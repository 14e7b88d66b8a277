import { createHash } from 'node:crypto';

const TOKEN_FORM = /^mhk_[A-Za-z0-9_-]{43}$/;
const BEARER_FORM = /^Bearer +(\S+)$/i;
const BASIC_FORM = /^Basic +([A-Za-z0-9+/]+=*)$/i;

/** 32 random bytes as a token. The prefix lets secret scanners find leaked ones. */
export const tokenOf = (secret: Buffer): string => `mhk_${secret.toString('base64url')}`;

/** A plain hash is enough for a secret of 256 random bits: there is nothing to guess. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token of an `Authorization` header, or undefined when it is absent or has another form. */
export function bearerToken(header: string | undefined): string | undefined {
  const token = header === undefined ? undefined : BEARER_FORM.exec(header)?.[1];
  return token !== undefined && TOKEN_FORM.test(token) ? token : undefined;
}

/** The token of a client that only knows user and password: the password, whoever the user says he is. */
export function basicToken(header: string | undefined): string | undefined {
  const pair = header === undefined ? undefined : BASIC_FORM.exec(header)?.[1];
  if (pair === undefined) return undefined;
  const [, token] = /^[^:]*:(.*)$/s.exec(Buffer.from(pair, 'base64').toString('latin1')) ?? [];
  return token !== undefined && TOKEN_FORM.test(token) ? token : undefined;
}
