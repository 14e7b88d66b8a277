export const DATABASE_NAME = 'minhai';
export const OWNER_ROLE = 'minhai_owner';
export const ANALYST_ROLE = 'analyst';

/** The product's database on the server of `serverUrl`, with this login; without one, the bare address. */
export function databaseUrl(
  serverUrl: string,
  login?: { readonly role: string; readonly password: string },
): string {
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE_NAME}`;
  url.username = login?.role ?? '';
  url.password = encodeURIComponent(login?.password ?? '');
  return url.toString();
}
