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
  if (!response.ok) throw new CommandError(`${response.status}: ${body.detail ?? 'refused'}`);
  return body;
}

/** The bytes as they are. */
export async function getBytes(url: string): Promise<Buffer> {
  const response = await responseOf(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.ok) return bytes;
  throw new CommandError(
    `${response.status}: ${(JSON.parse(bytes.toString()) as { detail?: string }).detail ?? 'refused'}`,
  );
}

async function responseOf(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const reason =
      ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).message;
    throw new CommandError(
      `${new URL(url).origin} does not answer (${reason}). Is it running? npx minhai status`,
    );
  }
}
