import { tokenForm } from '@minhai/nest/bearer-token';

const BASIC_FORM = /^Basic +([A-Za-z0-9+/]+=*)$/i;

const CREDENTIAL = tokenForm('mhk');

export const tokenOf = CREDENTIAL.of;

/** The token of an `Authorization` header, or undefined when it is absent or has another form. */
export const bearerToken = CREDENTIAL.inHeader;

/** The token of a client that only knows user and password: the password, whoever the user says he is. */
export function basicToken(header: string | undefined): string | undefined {
  const pair = header === undefined ? undefined : BASIC_FORM.exec(header)?.[1];
  if (pair === undefined) return undefined;
  const [, token] = /^[^:]*:(.*)$/s.exec(Buffer.from(pair, 'base64').toString('latin1')) ?? [];
  return token !== undefined && CREDENTIAL.isToken(token) ? token : undefined;
}
