import { CommandError } from './command.js';

const TIMEOUT_MS = 30_000;

/**
 * GET of one of our services. Throws CommandError with the service's own words, or with what to look at.
 * `token`: of the reader who asks; without one the question is anonymous.
 */
export const getJson = <T>(url: string, token?: string): Promise<T> =>
  answerOf<T>(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });

/** The same for any request. */
export async function answerOf<T>(url: string, request: RequestInit): Promise<T> {
  const response = await responseOf(url, request);
  const body = (await response.json()) as T & { detail?: string };
  if (!response.ok) throw refusal(url, response.status, body.detail);
  return body;
}

/** The bytes as they are. */
export async function getBytes(url: string): Promise<Buffer> {
  const response = await responseOf(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.ok) return bytes;
  throw refusal(url, response.status, (JSON.parse(bytes.toString()) as { detail?: string }).detail);
}

/** The answer whatever its status; undefined while nobody answers: it starts, stops, or is being restarted. */
export async function answerIfAny<T>(
  url: string,
  timeoutMs: number,
): Promise<{ readonly ok: boolean; readonly body: T } | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    return { ok: response.ok, body: (await response.json()) as T };
  } catch {
    return undefined;
  }
}

/** What to look at when a service says that there is no such thing. */
const LISTS: readonly (readonly [path: string, command: string])[] = [
  ['/v1/editions/', 'npx minhai edition list'],
  ['/v1/definitions/', 'npx minhai definition list'],
  ['/v1/indicators/', 'npx minhai definition list'],
];

/** The service's own words, and where to look next. */
export function refusal(url: string, status: number, detail = 'refused'): CommandError {
  const { pathname } = new URL(url);
  const list = LISTS.find(([path]) => pathname.startsWith(path))?.[1];
  const asked = decodeURIComponent(pathname.split('/')[3] ?? '');
  if (status === 404 && list !== undefined)
    return new CommandError(`404: ${detail}: ${asked} (${list} shows them)`);
  if (status === 401)
    return new CommandError(`401: ${detail}; is the token whole, and not revoked? npx minhai readers list`);
  return new CommandError(`${status}: ${detail}`);
}

async function responseOf(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const reason = reasonOf(error as Error);
    throw new CommandError(
      `${new URL(url).origin} does not answer (${reason}). Is it running? npx minhai status`,
    );
  }
}

/** Why fetch got no answer: `ECONNREFUSED` and the like, where the system says so. */
export const reasonOf = (error: Error): string =>
  (error.cause as { code?: string } | undefined)?.code ?? error.message;
