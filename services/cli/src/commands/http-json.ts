import { CommandError } from './command.js';

const TIMEOUT_MS = 30_000;

/** GET of one of our services. Throws CommandError with the service's own words, or with what to look at. */
export async function getJson<T>(url: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const reason =
      ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).message;
    throw new CommandError(
      `${new URL(url).origin} does not answer (${reason}). Is it running? npx minhai status`,
    );
  }
  const body = (await response.json()) as T & { detail?: string };
  if (!response.ok) throw new CommandError(`${response.status}: ${body.detail ?? 'refused'}`);
  return body;
}
