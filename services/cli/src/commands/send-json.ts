import { readFileSync } from 'node:fs';
import { CommandError } from './command.js';
import { answerOf } from './http-json.js';

const TIMEOUT_MS = 120_000;

export interface TokenOptions {
  readonly tokenFile?: string;
}

/** The reader’s token: from a file, or from MINHAI_READER_TOKEN; never an argument, which others could see. */
export function readerTokenFrom(
  { tokenFile }: TokenOptions,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const token = tokenFile === undefined ? env['MINHAI_READER_TOKEN'] : readTokenFile(tokenFile);
  if (!token?.trim())
    throw new CommandError(
      'who are you? Set MINHAI_READER_TOKEN or --token-file (npx minhai readers create --name … --right …)',
    );
  return token.trim();
}

function readTokenFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`cannot read ${file}`);
  }
}

/** POST to one of our services. Throws CommandError with the service's own words. */
export const postJson = <T>(url: string, body: unknown, token?: string): Promise<T> =>
  answerOf<T>(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
